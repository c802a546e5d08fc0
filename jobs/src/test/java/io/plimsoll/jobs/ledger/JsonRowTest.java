package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1, 1.0",
    "-0.0, 0.0",
    "2e-3, 0.002",
    "1.0E23, 1.0E23",
    "2.0E23, 2.0E23",
    "NaN, null",
    "Infinity, null",
    "-Infinity, null"
  })
  void aNumberIsTheShortestThatReadsBackOrNull(double value, String written) throws IOException {
    assertThat(line((number, json) -> JsonRow.number(json, "x", number), value))
        .isEqualTo("{\"x\":" + written + "}\n");
  }

  @ParameterizedTest
  @CsvSource({"0E-18, 0", "1200.5000, 1200.5", "1E+3, 1000", "1E-18, 0.000000000000000001"})
  void anAmountIsAPlainStringWithoutTrailingZeros(BigDecimal value, String written)
      throws IOException {
    assertThat(line((amount, json) -> JsonRow.amount(json, "x", amount), value))
        .isEqualTo("{\"x\":\"" + written + "\"}\n");
  }

  @Test
  void brokenTextIsRepairedNotThrown() throws IOException {
    String halfAPair = "a" + Character.highSurrogate(0x1F6A2) + "\n\"b\"";
    assertThat(line((text, json) -> JsonRow.text(json, "x", text), halfAPair))
        .isEqualTo("{\"x\":\"a?\\n\\\"b\\\"\"}\n");
  }

  private static <T> String line(JsonRow<T> field, T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLines<T> lines =
        new JsonLines<>(
            bytes,
            (row, json) -> {
              json.writeStartObject();
              field.write(row, json);
              json.writeEndObject();
            });
    lines.append(value);
    lines.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
