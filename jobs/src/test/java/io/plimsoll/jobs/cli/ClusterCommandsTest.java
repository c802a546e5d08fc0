package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.cluster.Installation;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of a cluster refuse, and say, before anything is started. */
class ClusterCommandsTest {

  @TempDir private Path directory;

  @BeforeEach
  void asTheLauncherDoes() {
    System.setProperty(Installation.HOME, "..");
    System.setProperty(Installation.CONFIGURATION, "../flink-conf");
  }

  @AfterEach
  void andNotBefore() {
    System.clearProperty(Installation.HOME);
    System.clearProperty(Installation.CONFIGURATION);
  }

  private CommandLineRun run(String command, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--dir";
    all[2] = directory.resolve("cluster").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandLineRun.of(all);
  }

  private void assertRefused(CommandLineRun run, String... words) {
    assertThat(run.err()).singleElement().asString().contains(words);
    assertThat(run.code()).isEqualTo(2);
    assertThat(directory.resolve("cluster/run")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--taskmanagers, 0, 1 to 99",
    "--taskmanagers, many, '--taskmanagers'",
    "--port, kafka=9192, broker-1.kafka",
    "--port, broker-1.kafka=70000, 65535",
    "--parameters, no-such.yaml, no-such.yaml",
    "--alerts, no-such.yaml, no-such.yaml",
    "-D, plimsoll.wire.format=telegram, plimsoll.wire.format",
    "-D, plimsoll.no.such=1, docs/options.md",
    "-D, execution.state-recovery.path=/s, --from-savepoint",
    "--from-savepoint, no-such, no-such is no savepoint",
  })
  void upRefusesWhatCannotBe(String option, String value, String word) throws Exception {
    assertRefused(run("up", option, value), word);
  }

  @Test
  void upNamesAPortThatIsTakenAndHowToTakeAnother() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertRefused(
          run("up", "--port", "broker-1.kafka=" + port),
          "port " + port + " is taken",
          "broker-1.kafka",
          "--free-ports");
    }
  }

  @Test
  void statusOfNothingSaysHowToMakeOne() throws Exception {
    CommandLineRun run = run("status");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).singleElement().asString().contains("no cluster", "./plimsoll up");
  }

  @Test
  void downOfNothingIsDone() throws Exception {
    CommandLineRun run = run("down");
    assertThat(run.code()).isZero();
    assertThat(run.err()).singleElement().asString().contains("no cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "alerts"})
  void submitWantsAClusterThatRuns(String job) throws Exception {
    assertRefused(run("submit", job), "no local cluster runs", "--target");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "http://localhost:8081", "localhost:port"})
  void submitRefusesATargetThatIsNone(String target) throws Exception {
    assertRefused(run("submit", "--target", target, "monitor"), target, "host:port");
  }

  @Test
  void submitSaysWhatIsWrongWithTheOptionsOfAJob() throws Exception {
    assertRefused(run("submit", "monitor", "--untill", "latest"), "--untill");
  }

  @Test
  void submitTellsTheOptionsOfAJob() throws Exception {
    CommandLineRun run = run("submit", "monitor", "--help");
    assertThat(run.code()).isZero();
    assertThat(String.join("\n", run.out())).contains("--bootstrap-servers", "--parameters");
  }
}
