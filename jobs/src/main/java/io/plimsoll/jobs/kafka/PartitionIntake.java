package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.Columns;
import io.plimsoll.jobs.intake.RowCheck;
import io.plimsoll.jobs.intake.RowClock;
import io.plimsoll.jobs.intake.RowJudge;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.jobs.intake.Timestamps;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * The records of one partition, judged in the order in which they stand: what becomes of a record
 * depends on its partition alone. Nothing is thrown for a record, whatever its bytes. Not
 * thread-safe.
 */
final class PartitionIntake {

  /** Nothing is known of what may still come. */
  static final long NO_WATERMARK = Long.MIN_VALUE;

  private static final Schema HEARTBEAT = io.plimsoll.contract.Heartbeat.getClassSchema();
  private static final int UP_TO = HEARTBEAT.getField("upTo").pos();

  private final String place;
  private final ReadOptions options;
  private final RecordDecoder decoder;
  private final RecordRow row;
  private final RowClock clock;
  private final RowJudge judge;

  /**
   * Goes on with a partition.
   *
   * @param place topic and partition
   * @param from how far it was read
   */
  PartitionIntake(
      String place,
      RowKind kind,
      RiskParameters parameters,
      ReadOptions options,
      PartitionClock from) {
    Schema contract = InputTopics.contract(kind);
    this.place = place;
    this.options = options;
    this.decoder = options.format().decoder(contract, HEARTBEAT);
    this.row = new RecordRow(contract);
    this.clock = new RowClock(kind, options.maxLatenessMs(), from.rows());
    clock.heartbeat(from.heartbeat());
    RowCheck check = RowCheck.of(kind, parameters, Columns.of(kind, row.header()), place);
    this.judge = new RowJudge(kind, parameters, check, clock, "partition");
  }

  /** Takes the next record. */
  Intake take(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return refuse(record, "no value: a record of its topic has one");
    }
    if (value.length > options.maxRecordBytes()) {
      return refuse(
          record, "a value of " + value.length + " bytes: at most " + options.maxRecordBytes());
    }
    try {
      GenericRecord decoded = decoder.decode(value);
      if (decoded.getSchema().equals(HEARTBEAT)) {
        return heartbeat(record, (long) decoded.get(UP_TO));
      }
      row.set(record, decoded);
    } catch (UndecodableException e) {
      return refuse(record, e.getMessage());
    }
    return judge.judge(row, record.offset(), loggedAt(record));
  }

  /** No row: it is not counted, and not the row before the next one. */
  private Intake heartbeat(ConsumerRecord<byte[], byte[]> record, long upTo) {
    if (Timestamps.read(Long.toString(upTo)).isEmpty()) {
      return refusal(record, RefusalReason.MALFORMED, "upTo " + upTo + ": " + Timestamps.ALLOWED);
    }
    long loggedAt = loggedAt(record);
    if (loggedAt != RowJudge.UNLOGGED && upTo - loggedAt > RowClock.DAY_MS) {
      return refusal(
          record,
          RefusalReason.FUTURE,
          "upTo " + upTo + ": at most a day after the record was written, " + loggedAt);
    }
    clock.heartbeat(upTo);
    return new Heartbeat(upTo);
  }

  private static long loggedAt(ConsumerRecord<byte[], byte[]> record) {
    return record.timestampType() == TimestampType.NO_TIMESTAMP_TYPE
        ? RowJudge.UNLOGGED
        : record.timestamp();
  }

  private Refusal refuse(ConsumerRecord<byte[], byte[]> record, String detail) {
    clock.refuse();
    return refusal(record, RefusalReason.MALFORMED, detail);
  }

  private Refusal refusal(
      ConsumerRecord<byte[], byte[]> record, RefusalReason reason, String detail) {
    Origin origin =
        new Origin(place, record.offset(), RawRecord.text(record.key(), record.value()));
    return new Refusal(judge.now(), origin, reason, detail);
  }

  /** No record at this instant or before comes any more that is not late. */
  long watermark() {
    return clock.earliest() == RowPosition.NONE ? NO_WATERMARK : clock.earliest() - 1;
  }

  PartitionClock position() {
    return new PartitionClock(clock.position(), clock.heartbeat());
  }
}
