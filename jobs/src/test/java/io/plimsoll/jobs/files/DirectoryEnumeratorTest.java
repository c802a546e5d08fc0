package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's context may be interrupted when it closes
class DirectoryEnumeratorTest {

  private final List<String> told = new ArrayList<>();
  private final MockSplitEnumeratorContext<DirectorySplit> context =
      new MockSplitEnumeratorContext<>(2) {
        @Override
        public void assignSplits(SplitsAssignment<DirectorySplit> assignment) {
          assignment.assignment().keySet().forEach(reader -> told.add("split to " + reader));
        }

        @Override
        public void signalNoMoreSplits(int reader) {
          told.add("no more to " + reader);
        }
      };

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private DirectoryEnumerator enumerator(Optional<DirectorySplit> unassigned) {
    return new DirectoryEnumerator(context, unassigned);
  }

  @Test
  void theFirstReaderGetsTheSplitAndTheOthersNothing() {
    DirectoryEnumerator enumerator = enumerator(Optional.of(DirectorySplit.START));
    enumerator.addReader(1);
    enumerator.addReader(0);

    assertThat(told).containsExactly("split to 1", "no more to 1", "no more to 0");
    assertThat(enumerator.snapshotState(1)).isEmpty();
  }

  @Test
  void aSplitThatComesBackGoesToTheNextReader() {
    DirectoryEnumerator enumerator = enumerator(Optional.empty());
    enumerator.addSplitsBack(List.of(DirectorySplit.START), 1);
    assertThat(enumerator.snapshotState(1)).hasValue(DirectorySplit.START);
    enumerator.addReader(0);

    assertThat(told).containsExactly("split to 0", "no more to 0");
  }

  @Test
  void onceRestoredWithoutOneItGivesNone() {
    enumerator(Optional.empty()).addReader(0);

    assertThat(told).containsExactly("no more to 0");
  }
}
