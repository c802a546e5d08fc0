package io.plimsoll.jobs.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppliedInstantTest {

  private static final long T = 1_583_020_800_000L;
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<Long> applied = new ArrayList<>();
  private FakeJobManager flink;

  @BeforeEach
  void start() throws IOException {
    flink = new FakeJobManager();
  }

  @AfterEach
  void stop() {
    flink.close();
  }

  private void await(Duration timeout) throws InterruptedException {
    new AppliedInstant(new JobManager(flink.address()), FakeJobManager.JOB, 1)
        .await(T, timeout, applied::add);
  }

  @Test
  void theWatermarkComesFirstThenTwoCheckpoints() throws Exception {
    flink.watermarks(Long.MIN_VALUE, T - 1, T + 5);

    await(LONG);

    assertThat(applied).containsExactly(Long.MIN_VALUE, T - 1, T);
    assertThat(flink.checkpoints()).containsExactly("at " + (T + 5), "at " + (T + 5));
  }

  @Test
  void aRestartStartsAllOver() throws Exception {
    flink.watermarks(T, T - 1, T);
    // Asked once for the watermark, before each checkpoint and after both.
    flink.runningSince(1L, 1L, 1L, 2L);

    await(LONG);

    assertThat(applied).containsExactly(T, T - 1, T);
    assertThat(flink.checkpoints()).hasSize(4);
  }

  @Test
  void aCheckpointThatFailsIsTakenAgain() throws Exception {
    flink.watermarks(T);
    flink.failures(false, true);

    await(LONG);

    assertThat(flink.checkpoints()).hasSize(4);
  }

  @Test
  void aJobManagerThatFailsToAnswerOnceIsAskedAgain() throws Exception {
    flink.watermarks(T);
    flink.failToAnswer(1);

    await(LONG);

    assertThat(flink.checkpoints()).hasSize(2);
  }

  @Test
  void aJobThatHasEndedIsTold() {
    flink.state("FAILED");

    assertThatThrownBy(() -> await(LONG))
        .isInstanceOf(JobException.class)
        .hasMessage(flink.address() + ": job 0123456789abcdef has ended, FAILED");
  }

  /** Its JobManager has died; with another that leads it goes on. */
  @Test
  void aJobThatIsSuspendedHasNotEnded() {
    flink.state("SUSPENDED");

    assertThatThrownBy(() -> await(Duration.ofMillis(20)))
        .hasMessageContaining(" is SUSPENDED and has applied nothing, not yet ");
  }

  @Test
  void patienceHasAnEnd() {
    flink.watermarks(T - 1_000);

    assertThatThrownBy(() -> await(Duration.ofMillis(20)))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("s of waiting job 0123456789abcdef is RUNNING and has applied")
        .hasMessageEndingWith("up to 2020-02-29T23:59:59Z, not yet 2020-03-01T00:00:00Z");
    assertThat(flink.checkpoints()).isEmpty();
  }

  @Test
  void whileAJobRestartsItHasAppliedNothing() {
    flink.state("RESTARTING");
    flink.watermarks(T);

    assertThatThrownBy(() -> await(Duration.ofMillis(20)))
        .hasMessageContaining(" is RESTARTING and has applied nothing, not yet ");
  }

  @Test
  void aJobIsFoundByItsNameAmongThoseThatHaveNotEnded() {
    JobManager manager = new JobManager(flink.address());
    flink.has("a", "other", "RUNNING");
    flink.has("b", "mine", "CANCELED");
    assertThatThrownBy(() -> manager.only("mine"))
        .isInstanceOf(JobException.class)
        .hasMessage(
            flink.address() + ": no job of the name \"mine\" running there; allowed is one");

    flink.has("c", "mine", "RESTARTING");
    assertThat(manager.only("mine")).isEqualTo("c");

    flink.has("d", "mine", "RUNNING");
    assertThatThrownBy(() -> manager.only("mine")).hasMessageContaining(": 2 jobs of the name");
  }

  @Test
  void aClusterThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new JobManager("localhost"))
        .hasMessage("\"localhost\" is no JobManager's address; allowed is host:port");
    assertThatThrownBy(() -> new JobManager("localhost:9").only("mine"))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("localhost:9: no JobManager answers (")
        .hasMessageEndingWith("); allowed is host:port of one that does");
  }
}
