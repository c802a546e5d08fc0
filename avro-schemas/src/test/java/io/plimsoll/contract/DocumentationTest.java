package io.plimsoll.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The schemas are the reference: whoever reads a topic has nothing else. */
class DocumentationTest {

  private static final TreeMap<String, Schema> TYPES = types();

  @Test
  void everyTypeAndEveryFieldSaysWhatItMeans() {
    TYPES.forEach(
        (name, type) -> {
          assertThat(type.getDoc()).as(name).isNotBlank();
          if (type.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : type.getFields()) {
              assertThat(field.doc()).as("%s.%s", name, field.name()).isNotBlank().endsWith(".");
            }
          }
        });
  }

  @Test
  void everyNumberSaysItsUnit() {
    // The unit, or the words for a number that has none.
    String unit =
        ".*(USD|[Uu]nits|milliseconds|[Ff]raction|number|Relative|count|[Ff]actor|A/L|line|sources).*";
    TYPES.forEach(
        (name, type) -> {
          if (type.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : type.getFields()) {
              if (isNumber(field.schema())) {
                assertThat(field.doc()).as("%s.%s", name, field.name()).matches(unit);
              }
            }
          }
        });
  }

  @Test
  void everySchemaFileIsPartOfARecordInATopic() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".avsc", ""))
              .collect(Collectors.toSet());
      assertThat(names).isEqualTo(TYPES.keySet());
    }
  }

  @Test
  void everyTopicsTableRowIsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Schema schema : Contract.RECORDS) {
      assertThat(readme).contains("| `" + schema.getName() + "` |");
    }
  }

  private static boolean isNumber(Schema schema) {
    return switch (schema.getType()) {
      case INT, LONG, FLOAT, DOUBLE -> true;
      case BYTES -> schema.getLogicalType() != null;
      case UNION -> schema.getTypes().stream().anyMatch(DocumentationTest::isNumber);
      default -> false;
    };
  }

  private static TreeMap<String, Schema> types() {
    TreeMap<String, Schema> types = new TreeMap<>();
    Contract.RECORDS.forEach(schema -> collect(schema, types));
    return types;
  }

  private static void collect(Schema schema, TreeMap<String, Schema> types) {
    switch (schema.getType()) {
      case RECORD -> {
        if (types.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), types));
        }
      }
      case ENUM -> types.put(schema.getName(), schema);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, types));
      case ARRAY -> collect(schema.getElementType(), types);
      case MAP -> collect(schema.getValueType(), types);
      default -> {
        // Nothing but named types has a name to collect.
      }
    }
  }
}
