package io.plimsoll.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.junit.jupiter.api.Test;

class QuietPartitionsTest {

  private static final Intake ANY =
      new Refusal(0, new Origin("a", 1, ""), RefusalReason.MALFORMED, "");

  private final Recorder out = new Recorder();
  private long nowMs;
  private final QuietPartitions quiet =
      new QuietPartitions(Duration.ofMillis(250), () -> TimeUnit.MILLISECONDS.toNanos(nowMs));

  /** A poll every 50 ms for so long. */
  private ReaderOutput<Intake> after(long ms) {
    for (long until = nowMs + ms; nowMs < until; ) {
      nowMs += 50;
      quiet.before(out);
    }
    return quiet.before(out);
  }

  @Test
  void nobodyIsIdleBeforeTheTopicsBegin() {
    quiet.add("a");
    after(10_000);

    assertThat(out.said()).isEmpty();
  }

  /** FLINK-39586: such a reader would stop the watermark of all others for ever. */
  @Test
  void aReaderWithoutPartitionsIsIdleInTime() {
    after(1_000);
    quiet.begin();
    after(200);
    assertThat(out.said()).isEmpty();
    after(50);

    assertThat(out.said()).containsExactly("idle");
  }

  @Test
  void aPartitionThatNeverBringsAnythingIsIdleInTime() {
    quiet.add("empty");
    quiet.add("a");
    quiet.begin();
    after(200).createOutputForSplit("a").collect(ANY, 5);
    after(100);
    assertThat(out.said()).containsExactly("a record 5", "empty idle");
    after(150);

    assertThat(out.said()).containsExactly("a idle", "idle");
  }

  @Test
  void whoBringsSomethingAgainIsActiveFirst() {
    quiet.add("a");
    quiet.begin();
    after(250).createOutputForSplit("a").collect(ANY, 5);

    assertThat(out.said()).containsExactly("a idle", "idle", "a active", "active", "a record 5");
    after(250);
    assertThat(out.said()).containsExactly("a idle", "idle");
  }

  /** What is passed over is no record, but its partition is read. */
  @Test
  void aPartitionThatIsReadWithoutARecordIsActive() {
    quiet.add("a");
    quiet.begin();
    for (int i = 0; i < 20; i++) {
      after(100).createOutputForSplit("a").markActive();
    }

    assertThat(out.said()).isEmpty();
  }

  @Test
  void aReaderThatIsNotAskedMakesNobodyIdle() {
    quiet.add("a");
    quiet.begin();
    quiet.before(out);
    nowMs += 60_000; // held up downstream
    quiet.before(out);

    assertThat(out.said()).isEmpty();
  }

  @Test
  void aWaitingReaderIsWokenForTheClockUntilAllAreIdle() throws Exception {
    CompletableFuture<Void> nothing = new CompletableFuture<>();
    quiet.add("a");
    quiet.before(out);
    CompletableFuture<Void> waiting = quiet.wake(nothing);
    assertThat(waiting).isNotDone();
    quiet.begin();

    waiting.get(10, TimeUnit.SECONDS);
    quiet.wake(nothing).get(10, TimeUnit.SECONDS);
    after(250);
    assertThat(out.said()).containsExactly("a idle", "idle");
    assertThat(quiet.wake(nothing)).isSameAs(nothing);
  }

  @Test
  void neverIsNever() {
    QuietPartitions never = new QuietPartitions(Duration.ZERO, () -> 0);
    CompletableFuture<Void> nothing = new CompletableFuture<>();
    never.add("a");
    never.begin();

    assertThat(never.before(out)).isSameAs(out);
    assertThat(never.wake(nothing)).isSameAs(nothing);
  }

  /** Heartbeats are no records. */
  @Test
  void aPartitionThatOnlySaysHowFarItIsIsActive() {
    quiet.add("a");
    quiet.begin();
    after(200).createOutputForSplit("a").emitWatermark(new Watermark(5));
    after(200);

    assertThat(out.said()).containsExactly("a watermark 5");
  }

  @Test
  void aPartitionThatAnIdleReaderIsGivenIsIdleInTimeToo() {
    quiet.begin();
    after(250);
    quiet.add("late");
    after(50).createOutputForSplit("late").collect(ANY, 5);
    assertThat(out.said()).containsExactly("idle", "active", "late record 5");
    after(250);

    assertThat(out.said()).containsExactly("late idle", "idle");
  }

  @Test
  void ofAPartitionThatIsReleasedNothingIsSaid() {
    quiet.add("a");
    quiet.begin();
    after(50).releaseOutputForSplit("a");
    after(250);

    assertThat(out.said()).containsExactly("released a", "idle");
  }
}
