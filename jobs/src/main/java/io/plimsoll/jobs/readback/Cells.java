package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The cells of a line, in the forms that the ledger writes them. */
final class Cells {

  private Cells() {}

  /** A number, or NaN where the file has {@code null}. */
  static double number(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
  }

  /** Numbers by name, of the object whose opening brace the parser stands at. */
  static Map<String, Double> numbers(JsonParser json) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    // Names come from outside: even an empty one is no end.
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      numbers.put(name, number(json));
    }
    return numbers;
  }

  /** The name of the next field, with the parser at its value; empty at the end of the object. */
  static String nextField(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.FIELD_NAME) {
      return "";
    }
    String name = json.currentName();
    json.nextToken();
    return name;
  }
}
