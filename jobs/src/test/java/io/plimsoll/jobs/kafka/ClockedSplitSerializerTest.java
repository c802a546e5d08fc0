package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClockedSplitSerializerTest {

  private static final KafkaPartitionSplit PLAIN =
      new KafkaPartitionSplit(new TopicPartition("quotes", 3), 17, 99);

  private final ClockedSplitSerializer serializer = new ClockedSplitSerializer();

  private KafkaPartitionSplit copy(KafkaPartitionSplit split) throws IOException {
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(split));
  }

  @Test
  void keepsThePartitionItsOffsetsAndItsClock() throws IOException {
    RowPosition clock = new RowPosition(5, 1_000, 900, 2_000);

    KafkaPartitionSplit read = copy(new ClockedSplit(PLAIN, clock));

    assertThat(read).isEqualTo(PLAIN);
    assertThat(ClockedSplit.clockOf(read)).isEqualTo(clock);
  }

  @Test
  void aPartitionNeverReadHasTheClockOfTheStart() throws IOException {
    assertThat(ClockedSplit.clockOf(copy(PLAIN))).isEqualTo(RowPosition.START);
  }

  @Test
  void aLaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage("reads version 1 of a partition, not 2");
  }
}
