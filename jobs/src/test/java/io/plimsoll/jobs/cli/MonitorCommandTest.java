package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorCommandTest {

  @TempDir private Path directory;

  private static void assertRefused(CommandLineRun run, String start) {
    assertThat(run.code()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll monitor: " + start);
  }

  @Test
  void withoutBrokersItSaysWhatIsMissing() {
    assertRefused(
        CommandLineRun.of("monitor", "--parameters", "p.yaml"),
        "plimsoll.kafka.bootstrap-servers: is missing; ");
  }

  @Test
  void anOptionThatThereIsNotIsNamed() {
    assertRefused(
        CommandLineRun.of("monitor", "-D", "plimsoll.kafka.sevrers=x"),
        "plimsoll.kafka.sevrers: there is no such option");
  }

  @Test
  void aSecretOnTheCommandLineIsRefusedAndNotQuoted() {
    CommandLineRun run =
        CommandLineRun.of(
            "monitor",
            "--bootstrap-servers",
            "localhost:9",
            "--parameters",
            "p.yaml",
            "-D",
            "plimsoll.kafka.properties.ssl.key.password=hush");

    assertRefused(run, "plimsoll.kafka.properties.ssl.key.password: is a secret told in the open");
    assertThat(run.err().get(0)).doesNotContain("hush");
  }

  @Test
  void aParameterFileThatIsNotThereIsNamed() {
    assertRefused(
        CommandLineRun.of(
            "monitor", "--bootstrap-servers", "localhost:9", "--parameters", "none.yaml"),
        "none.yaml");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() throws Exception {
    Path parameters = directory.resolve("parameters.yaml");
    Files.writeString(parameters, "assets: {ETH: {liquidationThreshold: 0.8}}\n");

    assertRefused(
        CommandLineRun.of(
            "monitor",
            "--bootstrap-servers",
            "localhost:9",
            "--parameters",
            parameters.toString(),
            "-D",
            "plimsoll.kafka.start-timeout=1s"),
        "localhost:9: no broker answers");
  }

  @Test
  void exactlyOnceWithoutCheckpointsIsRefused() throws Exception {
    Path parameters = directory.resolve("parameters.yaml");
    Files.writeString(parameters, "assets: {ETH: {liquidationThreshold: 0.8}}\n");

    assertRefused(
        CommandLineRun.of(
            "monitor",
            "--bootstrap-servers",
            "localhost:9",
            "--parameters",
            parameters.toString(),
            "--delivery",
            "exactly-once"),
        "plimsoll.output.delivery: exactly-once shows nothing without checkpoints");
  }
}
