package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class IntakeSerializerTest implements SerializerContract<Intake> {

  private static final long T = 1_583_020_800_000L;
  private static final Origin SILENT = new Origin("quotes.csv", 2, "");
  private static final Origin SAYING = new Origin("\uD83D\uDEA2.csv", 70_000, "a,\"b\n\",é");

  @Override
  public VersionedSerializer<Intake> serializer() {
    return IntakeSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "intake";
  }

  @Override
  public List<Intake> samples() {
    List<Intake> all = new ArrayList<>();
    all.add(new Quote(SILENT, T, "ETH", "", 200.5, 0.25, Origin.NO_SEQUENCE));
    all.add(new Quote(SILENT, -1, "\uD83D\uDEA2", "binance", Double.MIN_VALUE, 0.0, 7));
    all.add(new IndexReading(SAYING, T, "stETH", 1.1, Double.NaN));
    for (VenueStatus status : VenueStatus.values()) {
      all.add(new VenueReading(SILENT, T, "main", Double.NaN, status));
    }
    for (Kind kind : Kind.values()) {
      all.add(
          new PositionUpdate(
              SAYING,
              T,
              T - 1,
              "acc-\uD83D\uDEA2",
              "l2",
              "ETH",
              kind,
              new BigDecimal("99999999999999999999.999999999999999999"),
              BigDecimal.ZERO,
              Long.MAX_VALUE));
    }
    for (Mode mode : Mode.values()) {
      Settings settings = new Settings(mode, "stable", new BigDecimal("1.25"));
      all.add(new SettingsUpdate(SAYING, T, T, "a", settings));
    }
    for (RefusalReason reason : RefusalReason.values()) {
      all.add(new Refusal(T, SAYING, reason, "price \"x\": a finite number"));
    }
    all.add(new Heartbeat(T));
    return all;
  }

  @Test
  void aQuoteTakesFewBytes() throws IOException {
    assertThat(written().get(0)).hasSizeLessThanOrEqualTo(52);
  }

  @Test
  void theRecordMayBeLongerThanWriteUtfAllows() throws IOException {
    Refusal refusal =
        new Refusal(T, new Origin("f", 1, "é".repeat(100_000)), RefusalReason.MALFORMED, "");

    DataOutputSerializer out = new DataOutputSerializer(64);
    IntakeSerializer.INSTANCE.serialize(refusal, out);

    assertThat(read(out.getCopyOfBuffer())).isEqualTo(refusal);
  }

  @Test
  void theTypeOfOneKindReadsWhatTheTypeOfAllWrote() throws Exception {
    TypeInformation<Quote> type = InstantiationUtil.clone(IntakeSerializer.typeOf(Quote.class));
    TypeSerializer<Quote> serializer = type.createSerializer(new SerializerConfigImpl());
    Intake quote = samples().get(0);

    assertThat(type.getTypeClass()).isEqualTo(Quote.class);
    assertThat(serializer.deserialize(new DataInputDeserializer(written().get(0))))
        .isEqualTo(quote);
  }
}
