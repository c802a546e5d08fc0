package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.RefusalReason;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.market.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Refusals of records as the contract has them: with the bytes that the record had. */
final class RefusedRecords {

  private RefusedRecords() {}

  static SpecificRecord of(Refusal refusal) {
    RawRecord raw = RawRecord.parse(refusal.origin().record());
    RefusedRecord.Builder record =
        RefusedRecord.newBuilder()
            .setPlace(refusal.origin().place())
            .setLine(refusal.origin().line())
            .setReason(RefusalReason.valueOf(refusal.reason().name()))
            .setDetail(refusal.detail());
    if (refusal.instant() != 0) { // 0: its partition had no clock yet
      record.setInstant(Instant.ofEpochMilli(refusal.instant()));
    }
    raw.key().ifPresent(key -> record.setKey(ByteBuffer.wrap(key)));
    raw.value().ifPresent(value -> record.setValue(ByteBuffer.wrap(value)));
    return record.build();
  }
}
