package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Path;

/** A way to watch accounts, to be measured. */
@FunctionalInterface
public interface Engine {

  /**
   * Loads the accounts, runs the ticks and measures; once in a process.
   *
   * @param triggers takes every margin event
   * @param scratch an empty directory, removed afterwards
   */
  Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception;
}
