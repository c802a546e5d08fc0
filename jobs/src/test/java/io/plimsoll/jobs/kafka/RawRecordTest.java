package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawRecordTest {

  private static final byte[] BYTES = {0, -1, 46, 10, 127};

  @Test
  void keepsKeyAndValueByteForByte() {
    RawRecord read = RawRecord.parse(RawRecord.text(BYTES, new byte[0]));

    assertThat(read.key().orElseThrow()).isEqualTo(BYTES);
    assertThat(read.value().orElseThrow()).isEmpty();
  }

  @Test
  void knowsNothingFromEmpty() {
    RawRecord read = RawRecord.parse(RawRecord.text(null, null));

    assertThat(read.key()).isEmpty();
    assertThat(read.value()).isEmpty();
  }

  @Test
  void isCutToWhatATopicTakes() {
    RawRecord read = RawRecord.parse(RawRecord.text(BYTES, new byte[RawRecord.KEPT + 1]));

    assertThat(read.value().orElseThrow()).hasSize(RawRecord.KEPT);
  }

  @Test
  void isNothingForTheRowOfAFile() {
    assertThat(RawRecord.parse("1583020800000,ETH,1.5").value()).isEmpty();
    assertThat(RawRecord.parse("").key()).isEmpty();
  }
}
