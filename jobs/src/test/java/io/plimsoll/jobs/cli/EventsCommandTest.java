package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Events as they are printed are compared with a backfill's by the monitor's ITCase. */
class EventsCommandTest {

  private static void assertRefused(CommandLineRun run, String start) {
    assertThat(run.code()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll events: " + start);
  }

  @Test
  void withoutBrokersItSaysWhatIsMissing() {
    assertRefused(CommandLineRun.of("events"), "plimsoll.kafka.bootstrap-servers: is missing; ");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() {
    for (String how : new String[] {"--json", "--follow"}) {
      assertRefused(
          CommandLineRun.of(
              "events",
              how,
              "--bootstrap-servers",
              "localhost:9",
              "-D",
              "plimsoll.kafka.start-timeout=1s"),
          "localhost:9: no broker answers");
    }
  }
}
