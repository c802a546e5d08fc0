package io.plimsoll.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.InputTopics;
import io.plimsoll.jobs.kafka.ReadOptions;
import io.plimsoll.jobs.kafka.ReadRange;
import io.plimsoll.jobs.kafka.StartPosition;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.jobs.wire.SingleObject;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** State of a run with a history, beside that of a monitor without one. */
class PhaseSerializersTest {

  private static final KafkaPartitionSplit PARTITION =
      new KafkaPartitionSplit(new TopicPartition("quotes", 3), 17, 99);

  /** Mark, version of the part, the part; never changes. */
  private static final String GOLDEN = "ffffffff00000001" + "6162";

  private final TopicSource monitor =
      TopicSource.of(
          new InputTopics(Map.of("quotes", RowKind.QUOTES)),
          new ReadRange(
              new Brokers("localhost:9", Map.of()), "group", StartPosition.EARLIEST, false),
          Fixture.parameters(),
          new ReadOptions(new SingleObject(List.of()), 0, 1, ReadOptions.FROM_THE_START));

  @Test
  void bytesThatAreTooShortForAMarkAreOfTheTopics() throws IOException {
    assertThat(HistoryBytes.isIn(new byte[0])).isFalse();
    assertThat(HistoryBytes.isIn(new byte[] {-1, -1, -1, -1, 0, 0, 0})).isFalse();
    assertThat(HistoryBytes.isIn(new byte[] {-1, -1, -1, -1, 0, 0, 0, 1})).isTrue();
  }

  @Nested
  class Splits {

    private final SimpleVersionedSerializer<KafkaPartitionSplit> plain =
        monitor.getSplitSerializer();
    private final PhaseSerializer<Part, KafkaPartitionSplit, PhaseSplit<Part, KafkaPartitionSplit>>
        phased = PhaseSerializer.ofSplits(new Part.Serializer(), plain);

    @Test
    void aPartitionIsWrittenAndReadAsAMonitorWritesAndReadsIt() throws IOException {
      byte[] bytes = phased.serialize(PhaseSplit.ofTopics(PARTITION));

      assertThat(phased.getVersion()).isEqualTo(plain.getVersion());
      assertThat(bytes).isEqualTo(plain.serialize(PARTITION));
      assertThat(phased.deserialize(phased.getVersion(), bytes).topics()).hasValue(PARTITION);
    }

    @Test
    void aPartOfTheHistoryHasTheBytesItAlwaysHad() throws IOException {
      byte[] bytes = phased.serialize(PhaseSplit.ofHistory(new Part("ab")));

      assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
      assertThat(phased.deserialize(phased.getVersion(), bytes))
          .isEqualTo(PhaseSplit.ofHistory(new Part("ab")));
    }

    @Test
    void aMonitorSaysWhyItCannotGoOnWithAPartOfTheHistory() {
      assertThatThrownBy(() -> plain.deserialize(1, HexFormat.of().parseHex(GOLDEN)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("plimsoll.history.data must name it");
    }
  }

  @Nested
  class States {

    private final SimpleVersionedSerializer<KafkaSourceEnumState> plain =
        monitor.getEnumeratorCheckpointSerializer();
    private final PhaseSerializer<
            Part, KafkaSourceEnumState, PhaseState<Part, KafkaSourceEnumState>>
        phased = PhaseSerializer.ofStates(new Part.Serializer(), plain);

    @Test
    void whatTheTopicsHaveIsWrittenAndReadAsAMonitorWritesAndReadsIt() throws IOException {
      for (List<KafkaPartitionSplit> assigned :
          List.of(List.<KafkaPartitionSplit>of(), List.of(PARTITION))) {
        KafkaSourceEnumState state = new KafkaSourceEnumState(assigned, List.of(), true);

        byte[] bytes = phased.serialize(PhaseState.ofTopics(state));

        assertThat(phased.getVersion()).isEqualTo(plain.getVersion());
        assertThat(bytes).isEqualTo(plain.serialize(state));
        PhaseState<Part, KafkaSourceEnumState> read =
            phased.deserialize(phased.getVersion(), bytes);
        assertThat(read.history()).isEmpty();
        assertThat(read.topics().orElseThrow().assignedSplits())
            .containsExactlyElementsOf(assigned);
      }
    }

    @Test
    void whatTheHistoryHasHasTheBytesItAlwaysHad() throws IOException {
      byte[] bytes = phased.serialize(PhaseState.ofHistory(new Part("ab")));

      assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
      assertThat(phased.deserialize(phased.getVersion(), bytes))
          .isEqualTo(PhaseState.ofHistory(new Part("ab")));
    }

    /** The directory's own state is no bytes at all once its split is given out. */
    @Test
    void ofNothingToGiveOutIsStillOfTheHistory() throws IOException {
      byte[] bytes = phased.serialize(PhaseState.ofHistory(new Part("")));

      assertThat(phased.deserialize(phased.getVersion(), bytes).history()).hasValue(new Part(""));
    }

    @Test
    void aMonitorSaysWhyItCannotGoOnWithAHistory() {
      assertThatThrownBy(
              () -> plain.deserialize(plain.getVersion(), HexFormat.of().parseHex(GOLDEN)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("plimsoll.history.data must name it");
    }
  }
}
