package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.codec.GoldenFile;
import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClockedSplitSerializerTest {

  private static final KafkaPartitionSplit PLAIN =
      new KafkaPartitionSplit(new TopicPartition("quotes", 3), 17, 99);

  private static final RowPosition ROWS = new RowPosition(5, 1_000, 900, 2_000);

  private final ClockedSplitSerializer serializer = new ClockedSplitSerializer();

  private KafkaPartitionSplit copy(KafkaPartitionSplit split) throws IOException {
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(split));
  }

  @Test
  void keepsThePartitionItsOffsetsAndItsClock() throws IOException {
    PartitionClock clock = new PartitionClock(ROWS, 1_500);

    KafkaPartitionSplit read = copy(new ClockedSplit(PLAIN, clock));

    assertThat(read).isEqualTo(PLAIN);
    assertThat(ClockedSplit.clockOf(read)).isEqualTo(clock);
  }

  @Test
  void aPartitionNeverReadHasTheClockOfTheStart() throws IOException {
    assertThat(ClockedSplit.clockOf(copy(PLAIN))).isEqualTo(PartitionClock.START);
  }

  @Test
  void theVersionOfTodayWritesTheBytesItAlwaysWrote() throws IOException {
    List<byte[]> written =
        List.of(serializer.serialize(new ClockedSplit(PLAIN, new PartitionClock(ROWS, 1_500))));

    GoldenFile.of("partition", serializer.getVersion(), written).assertHolds(written);
  }

  @Test
  void whatVersion1WroteIsReadAsAPartitionWithoutHeartbeats() throws IOException {
    byte[] written = GoldenFile.of("partition", 1, List.of()).values().get(0);

    KafkaPartitionSplit read = serializer.deserialize(1, written);

    assertThat(read).isEqualTo(PLAIN);
    assertThat(ClockedSplit.clockOf(read)).isEqualTo(new PartitionClock(ROWS, RowPosition.NONE));
  }

  @Test
  void aLaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> serializer.deserialize(3, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "ClockedSplitSerializer reads versions 1 to 2, not 3; allowed is state of this Plimsoll or an earlier one");
  }
}
