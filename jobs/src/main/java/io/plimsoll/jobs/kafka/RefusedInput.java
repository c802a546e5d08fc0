package io.plimsoll.jobs.kafka;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * An input that a monitor refused, as its topic of refusals has it.
 *
 * @param refusedAt when the refusal was written, epoch milliseconds
 * @param place topic and partition, as topic-partition; a file's name where it was a file's row
 * @param offset in the partition; the line, of a file
 * @param reason its name
 * @param detail one line: which field, what it says, what is allowed
 * @param key its bytes, as far as they are known and kept
 * @param value its bytes, as far as they are known and kept
 * @param whole whether the value is known to be all of what it was
 * @param resubmission where it was refused before, if it was re-submitted, as place@offset
 */
public record RefusedInput(
    long refusedAt,
    String place,
    long offset,
    String reason,
    String detail,
    Optional<byte[]> key,
    Optional<byte[]> value,
    boolean whole,
    Optional<String> resubmission) {

  /** Of a file's row. */
  public static final int NO_PARTITION = -1;

  static RefusedInput of(long refusedAt, GenericRecord record) {
    Optional<byte[]> value = bytes(record.get("value"));
    return new RefusedInput(
        refusedAt,
        record.get("place").toString(),
        (Long) record.get("line"),
        record.get("reason").toString(),
        record.get("detail").toString(),
        bytes(record.get("key")),
        value,
        value.isPresent() && value.orElseThrow().length < RawRecord.KEPT,
        Optional.empty());
  }

  private static Optional<byte[]> bytes(Object field) {
    if (!(field instanceof ByteBuffer buffer)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return Optional.of(bytes);
  }

  /** The same with the bytes that stand in its topic. */
  RefusedInput read(
      Optional<byte[]> readKey, Optional<byte[]> readValue, Optional<String> resubmitted) {
    return new RefusedInput(
        refusedAt, place, offset, reason, detail, readKey, readValue, true, resubmitted);
  }

  /** The topic; the place itself where there is no partition. */
  public String topic() {
    return partition() == NO_PARTITION ? place : place.substring(0, place.lastIndexOf('-'));
  }

  /** The partition, or {@link #NO_PARTITION}. */
  public int partition() {
    String number = place.substring(place.lastIndexOf('-') + 1);
    boolean numbered = number.length() < place.length() && number.matches("\\d{1,9}");
    return numbered ? Integer.parseInt(number) : NO_PARTITION;
  }

  /** Where it stood, as a re-submission's header says it. */
  public String stood() {
    return place + '@' + offset;
  }
}
