package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, though of no use: found again, ended, and told apart from others. */
class ServerProcessTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private ServerProcess process(String... command) {
    return new ServerProcess(directory, Role.BROKER, 1, Map.of(), () -> List.of(command));
  }

  private ServerProcess sleeping() {
    return process("sleep", "600");
  }

  @AfterEach
  void leaveNothingBehind() {
    sleeping().kill();
  }

  @Test
  void isFoundByAnyoneWhoKnowsTheDirectory() {
    sleeping().start();
    assertThat(sleeping().isRunning()).isTrue();
    assertThat(sleeping().pid()).isPresent();
  }

  @Test
  void isStartedOnce() {
    sleeping().start();
    long first = sleeping().pid().orElseThrow();
    sleeping().start();
    assertThat(sleeping().pid()).hasValue(first);
  }

  @Test
  void endsWhenItIsAskedTo() {
    sleeping().start();
    assertThat(sleeping().stop(LONG)).isTrue();
    assertThat(sleeping().isRunning()).isFalse();
  }

  @Test
  void isEndedWhenItDoesNotListen() throws IOException {
    ServerProcess deaf =
        process("sh", "-c", "trap '' TERM; echo deaf; while true; do sleep 0.1; done");
    deaf.start();
    assertThat(Waiting.until(LONG, () -> output().contains("deaf"))).isTrue();
    assertThat(deaf.stop(Duration.ofMillis(200))).isFalse();
    assertThat(deaf.isRunning()).isFalse();
  }

  private String output() {
    try {
      return Files.readString(directory.resolve("log/broker-1.out"));
    } catch (IOException notYet) {
      return "";
    }
  }

  @Test
  void standsStillWhilePausedAndCanBeKilledSo() {
    sleeping().start();
    sleeping().pause();
    assertThat(sleeping().isRunning()).isTrue();
    sleeping().resume();
    sleeping().pause();
    sleeping().kill();
    assertThat(sleeping().isRunning()).isFalse();
  }

  @Test
  void isNotAnotherThatHasItsId() throws IOException {
    sleeping().start();
    Path file = directory.resolve("run/broker-1.pid");
    String own = Files.readString(file);
    // This very process has another start.
    Files.writeString(file, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");
    assertThat(sleeping().isRunning()).isFalse();
    Files.writeString(file, own);
  }

  @Test
  void tellsWhyItEndedWithTheLastErrorOfItsOutput() {
    ServerProcess broken =
        process(
            "sh",
            "-c",
            "echo 'ERROR Address already in use'; echo '  at some.Place'; echo shutting down");
    broken.start();
    assertThat(Waiting.until(LONG, () -> !broken.isRunning())).isTrue();
    assertThat(broken.ended())
        .hasMessageContainingAll("broker-1", "Address already in use", "broker-1.log");
  }
}
