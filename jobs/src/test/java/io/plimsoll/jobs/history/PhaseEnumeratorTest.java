package io.plimsoll.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's context may be interrupted when it closes
class PhaseEnumeratorTest {

  private final List<String> told = new ArrayList<>();
  private final MockSplitEnumeratorContext<PhaseSplit<Part, Part>> context =
      new MockSplitEnumeratorContext<>(2) {
        @Override
        public void sendEventToSourceReader(int reader, SourceEvent event) {
          told.add("to " + reader + ": " + event);
        }
      };

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private PhaseEnumerator<Part, Part, String, String> fresh() {
    return PhaseEnumerator.ofHistory(context, new Phase("history"), () -> new Phase("topics"));
  }

  private void register(PhaseEnumerator<Part, Part, String, String> enumerator, int reader) {
    context.registerReader(new ReaderInfo(reader, "host"));
    enumerator.addReader(reader);
  }

  private List<String> told() {
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  @Test
  void partitionsAreGivenOutWhenAllHaveReadTheHistory() throws Exception {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    enumerator.start();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);
    assertThat(told())
        .containsExactly("history started", "history has reader 0", "history has reader 1");
    assertThat(enumerator.snapshotState(1)).isEqualTo(PhaseState.ofHistory("history"));

    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);

    assertThat(told())
        .containsExactly(
            "topics started",
            "topics has reader 0",
            "to 0: TOPICS_BEGIN",
            "topics has reader 1",
            "to 1: TOPICS_BEGIN");
    assertThat(enumerator.snapshotState(2)).isEqualTo(PhaseState.ofTopics("topics"));
  }

  /** Its failure may have given it the history back. */
  @Test
  void aReaderThatRegistersAgainIsAskedAgain() {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    register(enumerator, 0);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);

    assertThat(told()).doesNotContain("topics started");
  }

  /** A reader that fails while topics are read says again that it has no history. */
  @Test
  void theTopicsAreBegunWithOnce() {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);
    register(enumerator, 0);
    told();

    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);

    assertThat(told()).isEmpty();
  }

  /** What the topics commit hangs on it. */
  @Test
  void ofACheckpointTheTopicsAreToldOnceTheyAreThere() throws Exception {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    enumerator.notifyCheckpointComplete(1);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);
    enumerator.notifyCheckpointComplete(2);

    assertThat(told())
        .contains("topics told of checkpoint 2")
        .doesNotContain("topics told of checkpoint 1");
  }

  @Test
  void bothPhasesAreClosed() throws Exception {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);
    told();

    enumerator.close();

    assertThat(told()).containsExactly("history closed", "topics closed");
  }

  /** The coordinator's part of a checkpoint is older than that of its readers. */
  @Test
  void aHistoryThatNobodyHoldsAfterARestoreIsOver() {
    PhaseEnumerator<Part, Part, String, String> restored = fresh();
    restored.start();
    register(restored, 0);
    register(restored, 1);
    restored.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    restored.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);

    assertThat(told()).contains("topics started");
  }

  @Test
  void onceTheHistoryIsReadNobodyIsGivenAnyOfIt() throws Exception {
    PhaseEnumerator<Part, Part, String, String> restored =
        PhaseEnumerator.ofTopics(context, new Phase("topics"));
    restored.start();
    register(restored, 1);
    restored.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);

    assertThat(told())
        .containsExactly(
            "topics started", "to 1: NO_MORE_HISTORY", "topics has reader 1", "to 1: TOPICS_BEGIN");
    assertThat(restored.snapshotState(1)).isEqualTo(PhaseState.ofTopics("topics"));
  }

  @Test
  void whatAFailureGivesBackGoesToItsPhase() {
    PhaseEnumerator<Part, Part, String, String> enumerator = fresh();
    register(enumerator, 0);
    register(enumerator, 1);
    enumerator.handleSourceEvent(0, PhaseEvent.HISTORY_ENDED);
    enumerator.handleSourceEvent(1, PhaseEvent.HISTORY_ENDED);
    told();

    enumerator.addSplitsBack(
        List.of(PhaseSplit.ofTopics(new Part("a-0")), PhaseSplit.ofHistory(new Part("files"))), 0);

    assertThat(told()).containsExactly("history back [files]", "topics back [a-0]");
  }

  @Test
  void anEventOfNoReaderIsAnError() {
    assertThatThrownBy(() -> fresh().handleSourceEvent(0, PhaseEvent.TOPICS_BEGIN))
        .isInstanceOf(IllegalStateException.class);
  }

  private final class Phase implements SplitEnumerator<Part, String> {

    private final String name;

    Phase(String name) {
      this.name = name;
    }

    @Override
    public void start() {
      told.add(name + " started");
    }

    @Override
    public void addReader(int reader) {
      told.add(name + " has reader " + reader);
    }

    @Override
    public void handleSplitRequest(int reader, String host) {}

    @Override
    public void addSplitsBack(List<Part> parts, int reader) {
      told.add(name + " back " + parts.stream().map(Part::splitId).toList());
    }

    @Override
    public String snapshotState(long checkpoint) {
      return name;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      told.add(name + " told of checkpoint " + checkpoint);
    }

    @Override
    public void close() {
      told.add(name + " closed");
    }
  }
}
