package io.plimsoll.jobs.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** What stands behind the header of every wire format: an Avro record. Not thread-safe. */
final class AvroBody {

  private AvroBody() {}

  /** Reads records of any writer's schema as those of the reader's, or of others by their name. */
  static final class Reader {

    private final Schema schema;
    private final List<Schema> others;
    private final Map<Schema, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    private BinaryDecoder decoder;
    private GenericRecord record;

    Reader(Schema schema, Schema... others) {
      this.schema = schema;
      this.others = List.of(others);
    }

    /**
     * Reads the bytes from an offset to the end.
     *
     * @throws UndecodableException for bytes that are no such record, or more than one
     */
    GenericRecord read(Schema writer, byte[] bytes, int offset) throws UndecodableException {
      try {
        decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
        record = readerOf(writer).read(record, decoder);
        if (!decoder.isEnd()) {
          throw new UndecodableException("more bytes than a " + readAs(writer).getName() + " has");
        }
        return record;
      } catch (IOException | RuntimeException e) {
        // What Avro throws for bytes that are none of its own is not said, and of many kinds.
        throw new UndecodableException(
            "no " + readAs(writer).getName() + " as its schema has it (" + e + ")");
      }
    }

    private GenericDatumReader<GenericRecord> readerOf(Schema writer) {
      // A schema keeps its hash, and there are few.
      return readers.computeIfAbsent(
          writer, w -> new GenericDatumReader<>(w, readAs(w), new GenericData()));
    }

    private Schema readAs(Schema writer) {
      return others.stream()
          .filter(other -> other.getFullName().equals(writer.getFullName()))
          .findFirst()
          .orElse(schema);
    }
  }

  /** Writes records of the contract behind a header. */
  static final class Writer {

    private final DatumWriter<SpecificRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    Writer(Schema schema) {
      // The model of the contract's class knows how its decimals and instants are written.
      writer = new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
    }

    byte[] write(byte[] header, SpecificRecord value) throws IOException {
      bytes.reset();
      bytes.write(header);
      encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
      writer.write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    }
  }
}
