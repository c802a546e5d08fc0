package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.codec.GoldenFile;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerStateSerializerTest {

  private static final Refusal ROW =
      new Refusal(
          1_583_020_800_000L,
          new Origin("\uD83D\uDEA2.csv", 7, "a,b"),
          RefusalReason.MALFORMED,
          "amount \"b\": a number");

  private final LedgerStateSerializer<Refusal> serializer =
      new LedgerStateSerializer<>(IntakeSerializer.of(Refusal.class));

  private static List<LedgerState<Refusal>> samples() {
    return List.of(LedgerState.empty(), new LedgerState<>(1L << 40, List.of(ROW, ROW)));
  }

  private List<byte[]> written() throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (LedgerState<Refusal> sample : samples()) {
      bytes.add(serializer.serialize(sample));
    }
    return bytes;
  }

  @Test
  void versionOneWritesTheBytesItAlwaysWrote() throws IOException {
    GoldenFile.of("ledger-state", 1, written()).assertHolds(written());
  }

  @Test
  void whatVersionOneWroteIsReadForEver() throws IOException {
    List<LedgerState<Refusal>> read = new ArrayList<>();
    for (byte[] bytes : GoldenFile.of("ledger-state", 1, written()).values()) {
      read.add(serializer.deserialize(1, bytes));
    }

    assertThat(read).isEqualTo(samples());
  }

  @Test
  void whatALaterVersionWroteIsRefusedByNumber() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "LedgerStateSerializer reads versions 1 to 1, not 2; allowed is state of this Plimsoll or an earlier one");
  }
}
