package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectorySplitSerializerTest {

  private static final DirectorySplit SPLIT =
      new DirectorySplit(
          Map.of(
              "quotes.csv",
              new RowPosition(3, 1_583_020_800_000L, 1_583_020_799_999L, RowPosition.NONE),
              "\uD83D\uDEA2.csv",
              RowPosition.START));

  /** Written by version 1; never changes. */
  private static final String GOLDEN =
      "020a71756f7465732e6373760000000000000003000001709364780000000170936477ff800000000000000008f0"
          + "9f9aa22e6373760000000000000000800000000000000080000000000000008000000000000000";

  private final DirectorySplitSerializer serializer = new DirectorySplitSerializer();

  @Test
  void versionOneWritesTheBytesItAlwaysWrote() throws IOException {
    assertThat(HexFormat.of().formatHex(serializer.serialize(SPLIT))).isEqualTo(GOLDEN);
  }

  @Test
  void whatVersionOneWroteIsReadForEver() throws IOException {
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN))).isEqualTo(SPLIT);
  }

  @Test
  void aLaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "DirectorySplitSerializer reads versions 1 to 1, not 2; allowed is state of this Plimsoll or an earlier one");
  }

  @Test
  void theEnumeratorsStateIsTheSplitThatNobodyHas() throws IOException {
    UnassignedSerializer unassigned = new UnassignedSerializer();

    for (Optional<DirectorySplit> state :
        List.of(Optional.of(SPLIT), Optional.<DirectorySplit>empty())) {
      assertThat(unassigned.deserialize(1, unassigned.serialize(state))).isEqualTo(state);
    }
  }
}
