package io.plimsoll.jobs.history;

import static org.apache.flink.core.io.InputStatus.END_OF_INPUT;
import static org.apache.flink.core.io.InputStatus.MORE_AVAILABLE;
import static org.apache.flink.core.io.InputStatus.NOTHING_AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.SourceEvent;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's readers may throw anything when they close
class PhaseReaderTest {

  private static final long CUT = 1_000;

  private final Recorder out = new Recorder();
  private final ScriptedReader history = new ScriptedReader("history", out);
  private final ScriptedReader topics = new ScriptedReader("topics", out);
  private final PhaseReader<Part, Part> reader =
      new PhaseReader<>(history, topics, CUT, Duration.ZERO, () -> out.note("told the end"));

  private static PhaseSplit<Part, Part> file() {
    return PhaseSplit.ofHistory(new Part("files"));
  }

  private static PhaseSplit<Part, Part> partition(String name) {
    return PhaseSplit.ofTopics(new Part(name));
  }

  @Test
  void theTopicsAreNotAskedWhileTheHistoryIsRead() throws Exception {
    history.answering(MORE_AVAILABLE, NOTHING_AVAILABLE);
    reader.addSplits(List.of(file()));

    assertThat(reader.pollNext(out)).isEqualTo(MORE_AVAILABLE);
    assertThat(reader.pollNext(out)).isEqualTo(NOTHING_AVAILABLE);

    assertThat(out.said())
        .containsExactly("history given [files]", "history polled", "history polled");
    assertThat(reader.snapshotState(1)).containsExactly(file());
  }

  /** Flink's output of the history's split would hold back all partitions of this reader. */
  @Test
  void atItsEndNothingBeforeTheCutCanComeAndItsOutputIsGone() throws Exception {
    history.answering(END_OF_INPUT);
    reader.addSplits(List.of(file()));
    out.said();

    assertThat(reader.pollNext(out)).isEqualTo(MORE_AVAILABLE);

    assertThat(out.said())
        .containsExactly(
            "history polled", "history closed", "watermark 999", "released files", "told the end");
    assertThat(reader.snapshotState(1)).isEmpty();
  }

  /**
   * FLINK-38477: who has no part of the history neither ends nor is idle, but says that nothing
   * before the cut comes from it.
   */
  @Test
  void whoHasNoPartOfTheHistorySaysSoAndStays() throws Exception {
    history.answering(NOTHING_AVAILABLE, END_OF_INPUT);
    assertThat(reader.pollNext(out)).isEqualTo(NOTHING_AVAILABLE);
    reader.handleSourceEvents(PhaseEvent.NO_MORE_HISTORY);
    assertThat(reader.pollNext(out)).isEqualTo(MORE_AVAILABLE);
    assertThat(reader.pollNext(out)).isEqualTo(NOTHING_AVAILABLE);

    assertThat(out.said())
        .containsExactly(
            "history polled",
            "history given no more",
            "history polled",
            "history closed",
            "watermark 999",
            "told the end",
            "topics polled");
  }

  @Test
  void partitionsWaitForTheHistoryAndAreInItsCheckpoints() throws Exception {
    history.answering(END_OF_INPUT);
    reader.addSplits(List.of(partition("a-0"), file(), partition("a-1")));
    assertThat(reader.snapshotState(1)).containsExactly(file(), partition("a-0"), partition("a-1"));
    assertThat(out.said()).containsExactly("history given [files]");

    reader.pollNext(out);

    assertThat(out.said()).contains("topics given [a-0, a-1]");
    assertThat(reader.snapshotState(2)).containsExactly(partition("a-0"), partition("a-1"));
    reader.addSplits(List.of(partition("a-2")));
    assertThat(reader.snapshotState(3)).contains(partition("a-2"));
  }

  @Test
  void theEndOfTheTopicsIsTheEnd() throws Exception {
    history.answering(END_OF_INPUT);
    topics.answering(END_OF_INPUT);
    reader.pollNext(out);
    reader.notifyNoMoreSplits();

    assertThat(reader.pollNext(out)).isEqualTo(END_OF_INPUT);
    assertThat(out.said()).contains("topics given no more").doesNotContain("history given no more");
  }

  @Test
  void eachIsClosedOnce() throws Exception {
    history.answering(END_OF_INPUT);
    reader.pollNext(out);
    reader.close();

    assertThat(out.said()).containsOnlyOnce("history closed").containsOnlyOnce("topics closed");
  }

  @Test
  void whoIsClosedInTheHistoryClosesBoth() throws Exception {
    reader.close();

    assertThat(out.said()).containsExactly("history closed", "topics closed");
  }

  @Test
  void whoHasPartitionsAloneIsGivenNothingOfTheHistory() {
    reader.addSplits(List.of(partition("a-0")));

    assertThat(out.said()).isEmpty();
  }

  @Test
  void bothAreStarted() {
    reader.start();

    assertThat(out.said()).containsExactly("history started", "topics started");
  }

  @Test
  void itIsAvailableWhenTheOneOfItsPhaseIs() throws Exception {
    history.answering(END_OF_INPUT);
    assertThat(reader.isAvailable()).isSameAs(history.isAvailable());
    reader.pollNext(out);

    assertThat(reader.isAvailable()).isSameAs(topics.isAvailable());
  }

  @Test
  void whatConcernsTheTopicsAloneIsHandedOn() throws Exception {
    SourceEvent event = new SourceEvent() {};
    reader.handleSourceEvents(event);
    reader.notifyCheckpointComplete(3);
    reader.notifyCheckpointAborted(4);
    reader.pauseOrResumeSplits(List.of("a-0"), List.of("a-1"));

    assertThat(out.said())
        .containsExactly(
            "topics told " + event,
            "topics told of checkpoint 3",
            "topics told of no checkpoint 4",
            "topics paused [a-0], resumed [a-1]");
  }

  /** FLINK-39586: it is to be idle in time, and nothing else would have it look at the clock. */
  @Test
  void whoWaitsForTheTopicsIsWokenWhenTheyBegin() throws Exception {
    PhaseReader<Part, Part> idling = idling(Duration.ofHours(1));
    CompletableFuture<Void> woken = idling.isAvailable();
    assertThat(woken).isNotDone();

    idling.handleSourceEvents(PhaseEvent.TOPICS_BEGIN);

    assertThat(woken).isDone();
  }

  @Test
  void aPartitionThatWaitedForTheHistoryIsIdleInTime() throws Exception {
    PhaseReader<Part, Part> idling = idling(Duration.ofNanos(1));
    idling.handleSourceEvents(PhaseEvent.TOPICS_BEGIN);
    List<String> said = new ArrayList<>();

    await("its idleness")
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              idling.pollNext(out);
              said.addAll(out.said());
              return said.contains("a-0 idle");
            });
  }

  /** One that has read the history, with a partition. */
  private PhaseReader<Part, Part> idling(Duration idleAfter) throws Exception {
    PhaseReader<Part, Part> idling =
        new PhaseReader<>(history, topics, CUT, idleAfter, () -> out.note("told the end"));
    history.answering(END_OF_INPUT);
    idling.addSplits(List.of(partition("a-0")));
    idling.pollNext(out);
    return idling;
  }
}
