package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.EngineRun;
import io.plimsoll.benchmarks.engine.RunSpec;
import java.io.IOException;

/** Where runs come from. */
@FunctionalInterface
public interface Runs {

  /**
   * A run of an engine.
   *
   * @param number which of several of one spec, from 1
   */
  EngineRun run(RunSpec spec, int number) throws IOException, InterruptedException;

  /** Each in a fresh JVM. */
  static Runs forked() {
    return (spec, number) -> EngineRun.fork(spec);
  }
}
