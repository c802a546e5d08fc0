package io.plimsoll.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Avro single-object encoding: C3 01, the fingerprint of the writer's schema, the value. */
class GoldenBytesTest {

  private static final Map<String, SpecificRecord> SAMPLES = Samples.v1();

  static Stream<String> names() {
    return SAMPLES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatVersion1WroteIsReadAsItWasMeant(String name) throws IOException {
    SpecificRecord sample = SAMPLES.get(name);
    Schema writer = Golden.schema("v1", sample.getSchema());
    BinaryMessageDecoder<SpecificRecord> decoder =
        new BinaryMessageDecoder<>(modelOf(sample), sample.getSchema());
    decoder.addSchema(writer);

    SpecificRecord read = decoder.decode(Golden.bytes("v1", name, encode(sample)));

    assertThat(read).isEqualTo(sample);
    // Avro compares by its own order; the text shows every field.
    assertThat(read).hasToString(sample.toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void todaysBytesAreTheGoldenOnes(String name) throws IOException {
    SpecificRecord sample = SAMPLES.get(name);

    byte[] bytes = encode(sample);

    assertThat(bytes).startsWith(0xC3, 0x01);
    assertThat(bytes).isEqualTo(Golden.bytes(Golden.TODAY, name, bytes));
  }

  @ParameterizedTest
  @FieldSource("io.plimsoll.contract.Contract#RECORDS")
  void todaysSchemaIsTheOneCommitted(Schema today) {
    assertThat(Golden.schema(Golden.TODAY, today))
        .withFailMessage(
            "%s has changed since golden/%s. If it was ever in a topic, do not touch golden/%2$s:"
                + " add the next version beside it (README.md, \"To change a schema\").",
            today.getName(), Golden.TODAY)
        .isEqualTo(today);
  }

  @Test
  void everyRecordHasAFilledAndAMinimalSample() {
    for (Schema schema : Contract.RECORDS) {
      assertThat(SAMPLES).containsKeys(schema.getName(), schema.getName() + ".minimal");
    }
  }

  @Test
  void aFilledSampleLeavesNoFieldAtItsDefault() {
    for (Schema schema : Contract.RECORDS) {
      SpecificRecord sample = SAMPLES.get(schema.getName());
      for (Schema.Field field : schema.getFields()) {
        if (field.hasDefaultValue()) {
          assertThat(sample.get(field.pos()))
              .as("%s.%s", schema.getName(), field.name())
              .isNotEqualTo(modelOf(sample).getDefaultValue(field));
        }
      }
    }
  }

  private static byte[] encode(SpecificRecord record) throws IOException {
    ByteBuffer buffer =
        new BinaryMessageEncoder<SpecificRecord>(modelOf(record), record.getSchema())
            .encode(record);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** The record's own model knows the conversions of its logical types. */
  private static SpecificData modelOf(SpecificRecord record) {
    return SpecificData.getForClass(record.getClass());
  }
}
