package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.EngineRun;
import io.plimsoll.benchmarks.engine.RunSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs that several tables state are made once: a million accounts stand in the table of engines
 * and in the figure of scale, and ten million take minutes to load.
 */
final class SharedRuns implements Runs {

  private record Key(RunSpec spec, int number) {}

  private final Runs fresh;
  private final Map<Key, EngineRun> made = new HashMap<>();

  SharedRuns(Runs fresh) {
    this.fresh = fresh;
  }

  @Override
  public EngineRun run(RunSpec spec, int number) throws IOException, InterruptedException {
    Key key = new Key(spec, number);
    EngineRun known = made.get(key);
    if (known != null) {
      return known;
    }
    EngineRun run = fresh.run(spec, number);
    made.put(key, run);
    return run;
  }
}
