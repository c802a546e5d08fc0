package io.plimsoll.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.EngineRun;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickTimes;
import io.plimsoll.benchmarks.engine.Window;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedRunsTest {

  private static final Catalogue CATALOGUE = new Catalogue(Size.WHOLE);

  private final List<RunSpec> made = new ArrayList<>();
  private final Runs shared =
      new SharedRuns(
          (spec, number) -> {
            made.add(spec);
            return new EngineRun(nothing(), new TriggerLog());
          });

  private static Outcome nothing() {
    return new Outcome(
        "none",
        0,
        0,
        List.of(new Window(1, 1, 0)),
        new TickTimes(0, 0, 0),
        0,
        new HeapUse(0, 0),
        Outcome.NONE,
        Checkpoints.OFF,
        Outcome.NONE);
  }

  @Test
  void makesWhatSeveralTablesStateOnce() throws Exception {
    for (RunSpec spec : CATALOGUE.engines()) {
      shared.run(spec, 1);
    }
    int engines = made.size();
    for (List<RunSpec> specs : CATALOGUE.scale()) {
      for (RunSpec spec : specs) {
        shared.run(spec, 1);
      }
    }
    shared.run(CATALOGUE.tenMillion().get(0), 1);
    assertThat(made).hasSize(engines + 2 + 2 + 1).doesNotHaveDuplicates();
  }

  @Test
  void makesEachOfSeveralRunsOfOneSpec() throws Exception {
    RunSpec crash = CATALOGUE.crash().get(0);
    EngineRun first = shared.run(crash, 1);
    EngineRun second = shared.run(crash, 2);
    assertThat(made).hasSize(2);
    assertThat(shared.run(crash, 1)).isSameAs(first);
    assertThat(shared.run(crash, 2)).isSameAs(second);
  }
}
