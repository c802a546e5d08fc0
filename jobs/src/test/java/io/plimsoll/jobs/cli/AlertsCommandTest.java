package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {

  private static final String NOWHERE = "localhost:9";

  @TempDir private Path directory;

  private static void assertRefused(CommandLineRun run, String start) {
    assertThat(run.code()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll alerts: " + start);
  }

  @Test
  void withoutBrokersItSaysWhatIsMissing() {
    assertRefused(
        CommandLineRun.of("alerts", "--routes", "alerts.yaml"),
        "plimsoll.kafka.bootstrap-servers: is missing; ");
  }

  @Test
  void withoutRoutesItSaysWhatIsMissing() {
    assertRefused(
        CommandLineRun.of("alerts", "--bootstrap-servers", NOWHERE),
        "plimsoll.alerts.file: is missing; ");
  }

  @Test
  void aFileOfRoutesThatIsWrongIsToldBeforeABrokerIsAsked() throws IOException {
    Path file = Files.writeString(directory.resolve("alerts.yaml"), "routes: {desk: {form: SAFE}}");
    assertRefused(
        CommandLineRun.of("alerts", "--bootstrap-servers", NOWHERE, "--routes", file.toString()),
        file + ":1: routes.desk.form: this key is not allowed; allowed is from, which is");
  }

  @Test
  void aStartThatIsNoneIsTold() {
    assertRefused(
        CommandLineRun.of(
            "alerts", "--bootstrap-servers", NOWHERE, "--routes", "alerts.yaml", "--start", "soon"),
        "plimsoll.alerts.start: \"soon\" is not allowed; allowed is earliest, latest");
  }
}
