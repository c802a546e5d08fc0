package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Kind;
import io.plimsoll.contract.PositionUpdate;
import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.wire.SingleObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartitionIntakeTest {

  static {
    Contract.trust(); // the builders of its records need it
  }

  private static final long T = 1_583_971_200_000L;
  private static final long DAY_MS = 86_400_000L;
  private static final byte[] KEY = {1, 2};
  private static final SingleObject FORMAT = new SingleObject(List.of());

  private long offset;

  private static PartitionIntake partition(RowKind kind, PartitionClock from) {
    return new PartitionIntake(
        "topic-0", kind, Fixture.parameters(), new ReadOptions(FORMAT, 200, 1_000), from);
  }

  private ConsumerRecord<byte[], byte[]> record(byte[] value, long writtenAt) {
    return new ConsumerRecord<>(
        "topic",
        0,
        offset++,
        writtenAt,
        TimestampType.CREATE_TIME,
        KEY.length,
        value == null ? -1 : value.length,
        KEY,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private ConsumerRecord<byte[], byte[]> quote(long timestamp, double price, long writtenAt)
      throws IOException {
    io.plimsoll.contract.Quote quote =
        io.plimsoll.contract.Quote.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(timestamp))
            .setAsset("ETH")
            .setPrice(price)
            .build();
    return record(FORMAT.encoder("topic", quote.getSchema()).encode(quote), writtenAt);
  }

  private ConsumerRecord<byte[], byte[]> quote(long timestamp) throws IOException {
    return quote(timestamp, 200.0, T + 10 * DAY_MS);
  }

  private ConsumerRecord<byte[], byte[]> position(long timestamp) throws IOException {
    PositionUpdate position =
        PositionUpdate.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(timestamp))
            .setAccount("alice")
            .setAsset("ETH")
            .setKind(Kind.COLLATERAL)
            .setAmount(new BigDecimal("1.500000000000000000"))
            .build();
    return record(FORMAT.encoder("topic", position.getSchema()).encode(position), T + 10 * DAY_MS);
  }

  private ConsumerRecord<byte[], byte[]> heartbeat(long upTo, long writtenAt) throws IOException {
    io.plimsoll.contract.Heartbeat heartbeat =
        io.plimsoll.contract.Heartbeat.newBuilder().setUpTo(Instant.ofEpochMilli(upTo)).build();
    return record(FORMAT.encoder(heartbeat.getSchema()).encode(heartbeat), writtenAt);
  }

  private static void assertRefused(
      Intake intake, RefusalReason reason, ConsumerRecord<byte[], byte[]> record, String words) {
    assertThat(intake).isInstanceOf(Refusal.class);
    Refusal refusal = (Refusal) intake;
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.detail()).contains(words);
    assertThat(refusal.origin().place()).isEqualTo("topic-0");
    assertThat(refusal.origin().line()).isEqualTo(record.offset());
    RawRecord raw = RawRecord.parse(refusal.origin().record());
    assertThat(raw.key().orElseThrow()).isEqualTo(KEY);
    assertThat(raw.value().orElse(null)).isEqualTo(record.value());
  }

  @Nested
  class ARecord {

    private final PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);

    @Test
    void isTheEventThatARowOfAFileWouldBe() throws IOException {
      Intake intake = quotes.take(quote(T));

      assertThat(intake).isInstanceOf(Quote.class);
      assertThat(((Quote) intake).priceUsd()).isEqualTo(200.0);
      assertThat(intake.instant()).isEqualTo(T);
    }

    @Test
    void goesThroughTheChecksOfFiles() throws IOException {
      ConsumerRecord<byte[], byte[]> notANumber = quote(T, Double.NaN, T);
      assertRefused(quotes.take(notANumber), RefusalReason.MALFORMED, notANumber, "price \"NaN\"");
      ConsumerRecord<byte[], byte[]> negative = quote(T, -1, T);
      assertRefused(quotes.take(negative), RefusalReason.NON_POSITIVE, negative, "above 0");
    }

    @Test
    void mayBeNothingTooLongOrNoise() {
      ConsumerRecord<byte[], byte[]> nothing = record(null, T);
      assertRefused(quotes.take(nothing), RefusalReason.MALFORMED, nothing, "no value");
      ConsumerRecord<byte[], byte[]> tooLong = record(new byte[1_001], T);
      assertRefused(quotes.take(tooLong), RefusalReason.MALFORMED, tooLong, "at most 1000");
      ConsumerRecord<byte[], byte[]> noise = record(new byte[] {9, 9}, T);
      assertRefused(quotes.take(noise), RefusalReason.MALFORMED, noise, "c3 01");
    }

    @Test
    void thatIsRefusedMovesNoWatermark() throws IOException {
      quotes.take(record(null, T));
      assertThat(quotes.watermark()).isEqualTo(PartitionIntake.NO_WATERMARK);

      quotes.take(quote(T));
      quotes.take(quote(T + 5_000, -1, T + DAY_MS));

      assertThat(quotes.watermark()).isEqualTo(T - 201);
    }
  }

  @Nested
  class Time {

    @Test
    void aQuoteIsLateByTheClockOfItsPartition() throws IOException {
      PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);
      quotes.take(quote(T));

      assertThat(quotes.take(quote(T - 200))).isInstanceOf(Quote.class);
      ConsumerRecord<byte[], byte[]> late = quote(T - 201);
      assertRefused(quotes.take(late), RefusalReason.LATE, late, "before in its partition");
    }

    @Test
    void aLatePositionCountsAtTheOldestOpenInstant() throws IOException {
      PartitionIntake positions = partition(RowKind.POSITIONS, PartitionClock.START);
      positions.take(position(T));

      Intake late = positions.take(position(T - 5_000));

      assertThat(late.instant()).isEqualTo(T - 200);
      assertThat(positions.watermark()).isLessThan(late.instant());
    }

    @Test
    void whatIsLateIsLateAfterARestartToo() throws IOException {
      PartitionIntake before = partition(RowKind.QUOTES, PartitionClock.START);
      before.take(quote(T));

      PartitionIntake after = partition(RowKind.QUOTES, before.position());

      ConsumerRecord<byte[], byte[]> late = quote(T - 201);
      assertRefused(after.take(late), RefusalReason.LATE, late, "before in its partition");
      assertThat(after.watermark()).isEqualTo(T - 201);
    }

    @Test
    void aQuoteFarAheadOfTheTimeItWasWrittenIsNotBelieved() throws IOException {
      PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);
      long ahead = Fixture.parameters().asset("ETH").guard().maxFutureMs();

      assertThat(quotes.take(quote(T + ahead, 200, T))).isInstanceOf(Quote.class);
      ConsumerRecord<byte[], byte[]> future = quote(T + ahead + 1, 200, T);
      assertRefused(quotes.take(future), RefusalReason.FUTURE, future, "after the record was");
      assertThat(quotes.watermark()).isEqualTo(T + ahead - 201);
    }
  }

  @Nested
  class AHeartbeat {

    @Test
    void raisesTheWatermarkToItsInstant() throws IOException {
      for (RowKind kind : RowKind.values()) {
        if (kind != RowKind.CANDLES) {
          PartitionIntake partition = partition(kind, PartitionClock.START);

          assertThat(partition.take(heartbeat(T, T))).isEqualTo(new Heartbeat(T));
          assertThat(partition.watermark()).as("%s", kind).isEqualTo(T);
          partition.take(heartbeat(T - 1, T));
          assertThat(partition.watermark()).as("%s, backwards", kind).isEqualTo(T);
        }
      }
    }

    @Test
    void makesLateWhatStandsAtItOrBefore() throws IOException {
      PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);
      quotes.take(heartbeat(T, T));
      ConsumerRecord<byte[], byte[]> late = quote(T);
      assertRefused(
          quotes.take(late), RefusalReason.LATE, late, "after the instant of the heartbeat before");
      assertThat(quotes.take(quote(T + 1))).isInstanceOf(Quote.class);

      PartitionIntake positions = partition(RowKind.POSITIONS, PartitionClock.START);
      positions.take(heartbeat(T, T));
      assertThat(positions.take(position(T)).instant()).isEqualTo(T + 1);
    }

    @Test
    void isKeptInCheckpointsAndIsNoRow() throws IOException {
      PartitionIntake before = partition(RowKind.QUOTES, PartitionClock.START);
      before.take(quote(T));
      before.take(heartbeat(T + 5_000, T));

      PartitionIntake after = partition(RowKind.QUOTES, before.position());

      assertThat(before.position().rows().rows()).isEqualTo(1);
      assertThat(after.watermark()).isEqualTo(T + 5_000);
      assertThat(after.position()).isEqualTo(before.position());
      ConsumerRecord<byte[], byte[]> late = quote(T + 5_000);
      assertRefused(after.take(late), RefusalReason.LATE, late, "heartbeat");
    }

    @Test
    void moreThanADayAfterItWasWrittenIsNotBelieved() throws IOException {
      PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);
      ConsumerRecord<byte[], byte[]> future = heartbeat(T + DAY_MS + 1, T);
      assertRefused(quotes.take(future), RefusalReason.FUTURE, future, "at most a day after");
      ConsumerRecord<byte[], byte[]> micros = heartbeat(T * 1_000, T * 1_000);
      assertRefused(quotes.take(micros), RefusalReason.MALFORMED, micros, "not microseconds");
      assertThat(quotes.watermark()).isEqualTo(PartitionIntake.NO_WATERMARK);

      assertThat(quotes.take(heartbeat(T + DAY_MS, T))).isInstanceOf(Heartbeat.class);
    }

    @Test
    void cutOffIsMalformed() throws IOException {
      PartitionIntake quotes = partition(RowKind.QUOTES, PartitionClock.START);
      byte[] whole = heartbeat(T, T).value();
      ConsumerRecord<byte[], byte[]> cut =
          record(java.util.Arrays.copyOf(whole, whole.length - 1), T);
      assertRefused(quotes.take(cut), RefusalReason.MALFORMED, cut, "no Heartbeat as its schema");
    }
  }
}
