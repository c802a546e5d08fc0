package io.plimsoll.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Full transitive: every version reads every other, so that nobody must be upgraded first. */
class CompatibilityTest {

  static Stream<Arguments> pairs() {
    return Arrays.stream(Golden.VERSIONS)
        .flatMap(version -> Contract.RECORDS.stream().map(schema -> Arguments.of(version, schema)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pairs")
  void todayReadsWhatEveryVersionWrote(String version, Schema today) {
    assertReads(today, "today", Golden.schema(version, today), version);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pairs")
  void everyVersionReadsWhatTodayWrites(String version, Schema today) {
    assertReads(Golden.schema(version, today), version, today, "today");
  }

  private static void assertReads(Schema reader, String readers, Schema writer, String writers) {
    SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    assertThat(pair.getType())
        .withFailMessage(
            () ->
                "%s as of %s cannot read what %s writes: %s%n"
                        .formatted(reader.getName(), readers, writers, reasons(pair))
                    + "Give every new field a default, drop only fields that have one, never rename"
                    + " or retype one, and add symbols only to enums that have a default. What"
                    + " cannot be said so is a new record in a new topic (README.md).")
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  /** Without the schemas, which would bury the reason. */
  private static String reasons(SchemaPairCompatibility pair) {
    return pair.getResult().getIncompatibilities().stream()
        .map(found -> found.getType() + " at " + found.getLocation() + " " + found.getMessage())
        .collect(Collectors.joining("; "));
  }
}
