package io.plimsoll.jobs.intake;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;

/** How the values of an Avro schema become text. */
public final class AvroTexts {

  private AvroTexts() {}

  /** The text of the schema's values; none for arrays, maps and records. */
  public static Optional<Function<Object, String>> of(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> Optional.of(value -> Texts.ABSENT);
      case STRING, ENUM, BOOLEAN, FLOAT, DOUBLE -> Optional.of(Object::toString);
      case INT, LONG -> Optional.of(whole(schema.getLogicalType()));
      case BYTES, FIXED -> decimal(schema.getLogicalType());
      case UNION -> union(schema);
      default -> Optional.empty();
    };
  }

  private static Function<Object, String> whole(LogicalType type) {
    return switch (type == null ? "" : type.getName()) {
      case "timestamp-micros", "local-timestamp-micros" -> units(1_000);
      case "timestamp-nanos", "local-timestamp-nanos" -> units(1_000_000);
      case "date" -> value -> Texts.date((Integer) value);
      default -> Object::toString;
    };
  }

  private static Function<Object, String> units(long perMs) {
    return value -> Texts.timestamp((Long) value, perMs);
  }

  private static Optional<Function<Object, String>> decimal(LogicalType type) {
    if (!(type instanceof LogicalTypes.Decimal decimal)) {
      return Optional.empty();
    }
    return Optional.of(value -> Texts.decimal(bytes(value), decimal.getScale()));
  }

  private static byte[] bytes(Object value) {
    if (value instanceof GenericFixed fixed) {
      return fixed.bytes();
    }
    ByteBuffer buffer = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static Optional<Function<Object, String>> union(Schema schema) {
    List<Optional<Function<Object, String>>> branches =
        schema.getTypes().stream().map(AvroTexts::of).toList();
    if (branches.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Function<Object, String>> texts = branches.stream().map(Optional::orElseThrow).toList();
    return Optional.of(
        value -> texts.get(GenericData.get().resolveUnion(schema, value)).apply(value));
  }
}
