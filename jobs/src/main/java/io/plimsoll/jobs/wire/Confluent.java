package io.plimsoll.jobs.wire;

import io.plimsoll.contract.Contract;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;

/**
 * Confluent's wire format: a byte 0, the id of the writer's schema in a registry (4 bytes,
 * big-endian), the record. What is written is registered under the subject {@code TOPIC-value};
 * what may stand in any topic under its record's name, so that it is no version of a topic's own.
 *
 * <p>An id that the registry does not have is the record's fault, and the record is refused; a
 * registry that does not answer is not, and the job fails and is restarted, so that nothing is
 * refused for it.
 *
 * @param registry base address of the registry's API
 */
public record Confluent(String registry) implements WireFormat {

  private static final byte MAGIC = 0;
  private static final int HEADER = 1 + Integer.BYTES;

  @Override
  public RecordDecoder decoder(Schema reader, Schema... others) {
    Contract.trust();
    Registry schemas = new Registry(registry);
    AvroBody.Reader body = new AvroBody.Reader(reader, others);
    return value -> body.read(writer(value, schemas), value, HEADER);
  }

  private static Schema writer(byte[] value, Registry schemas) throws UndecodableException {
    if (value.length < HEADER || value[0] != MAGIC) {
      throw new UndecodableException(
          "not in Confluent's format: "
              + value.length
              + " bytes that do not start with 0 and the id of a schema");
    }
    int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    return schemas
        .schema(id)
        .orElseThrow(() -> new UndecodableException("the registry has no Avro schema of id " + id));
  }

  @Override
  public RecordEncoder encoder(String topic, Schema writer) {
    return registered(topic + "-value", writer);
  }

  @Override
  public RecordEncoder encoder(Schema writer) {
    return registered(writer.getFullName(), writer);
  }

  private RecordEncoder registered(String subject, Schema writer) {
    Contract.trust();
    int id = new Registry(registry).register(subject, writer);
    byte[] header = ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
    AvroBody.Writer body = new AvroBody.Writer(writer);
    return value -> body.write(header, value);
  }
}
