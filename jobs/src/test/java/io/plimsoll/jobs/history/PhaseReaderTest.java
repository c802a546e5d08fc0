package io.plimsoll.jobs.history;

import static org.apache.flink.core.io.InputStatus.END_OF_INPUT;
import static org.apache.flink.core.io.InputStatus.MORE_AVAILABLE;
import static org.apache.flink.core.io.InputStatus.NOTHING_AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
}
