package io.plimsoll.jobs.wire;

import io.plimsoll.contract.Contract;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Avro's single-object encoding, which needs no registry: {@code C3 01}, the CRC-64-AVRO
 * fingerprint of the writer's schema (8 bytes, little-endian), the record.
 *
 * @param writers schemas that records may be written with, as JSON, in addition to today's contract
 */
public record SingleObject(List<String> writers) implements WireFormat {

  private static final byte FIRST = (byte) 0xC3;
  private static final byte SECOND = 0x01;
  private static final int FINGERPRINT = 2;
  private static final int HEADER = FINGERPRINT + Long.BYTES;

  public SingleObject {
    writers = List.copyOf(writers);
  }

  @Override
  public RecordDecoder decoder(Schema reader, Schema... others) {
    Contract.trust();
    Map<Long, Schema> known = new HashMap<>();
    Contract.RECORDS.forEach(schema -> known.put(fingerprint(schema), schema));
    for (String json : writers) {
      Schema schema = new Schema.Parser().parse(json);
      known.put(fingerprint(schema), schema);
    }
    AvroBody.Reader body = new AvroBody.Reader(reader, others);
    return value -> body.read(writer(value, known), value, HEADER);
  }

  private static Schema writer(byte[] value, Map<Long, Schema> known) throws UndecodableException {
    if (value.length < HEADER || value[0] != FIRST || value[1] != SECOND) {
      throw new UndecodableException(
          "no single-object encoding of Avro: "
              + value.length
              + " bytes that do not start with c3 01 and a fingerprint");
    }
    long fingerprint =
        ByteBuffer.wrap(value, FINGERPRINT, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    Schema schema = known.get(fingerprint);
    if (schema == null) {
      throw new UndecodableException(
          "written with a schema that is not known, of fingerprint "
              + Long.toHexString(fingerprint));
    }
    return schema;
  }

  @Override
  public RecordEncoder encoder(String topic, Schema writer) {
    return encoder(writer);
  }

  @Override
  public RecordEncoder encoder(Schema writer) {
    Contract.trust();
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(FIRST)
            .put(SECOND)
            .putLong(fingerprint(writer))
            .array();
    AvroBody.Writer body = new AvroBody.Writer(writer);
    return value -> body.write(header, value);
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}
