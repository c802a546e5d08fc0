package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes a row as one JSON object. The forms of risk model §12 are the static methods: whatever is
 * a number, an amount or text from outside goes through them.
 */
@FunctionalInterface
public interface JsonRow<T> extends Serializable {

  /** Writes the whole object, braces included, and nothing after it. */
  void write(T row, JsonGenerator json) throws IOException;

  /** A double as a JSON number; {@code null} where JSON has none, which is infinite or absent. */
  static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      // Zero has one spelling: adding 0 takes the sign off.
      json.writeNumberField(name, value + 0.0);
    } else {
      json.writeNullField(name);
    }
  }

  /** An exact amount as a string: no reader can round it, and no exponent surprises one. */
  static void amount(JsonGenerator json, String name, BigDecimal value) throws IOException {
    json.writeStringField(name, value.stripTrailingZeros().toPlainString());
  }

  /** Text that came from outside: half a surrogate pair in it must not stop the job. */
  static void text(JsonGenerator json, String name, String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    json.writeFieldName(name);
    json.writeUTF8String(utf8, 0, utf8.length);
  }
}
