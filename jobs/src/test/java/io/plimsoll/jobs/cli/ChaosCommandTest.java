package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong is told before anything is started. */
class ChaosCommandTest {

  @Test
  void aFaultHappensAtLeastOnce() {
    CommandLineRun run = CommandLineRun.of("chaos", "--times", "0");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "plimsoll chaos: --times 0 is not allowed; allowed is a whole number of at least 1");
  }

  @Test
  void anUnknownFaultIsToldWithThoseThereAre() {
    CommandLineRun run = CommandLineRun.of("chaos", "--faults", "kill-broker,kill-everyone");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("\"kill-everyone\" is no fault; allowed are kill-taskmanager, ", ", rescale");
  }
}
