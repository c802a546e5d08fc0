package io.plimsoll.jobs.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * What a registry said.
 *
 * @param status of HTTP
 * @param body what should be a JSON object
 */
record RegistryAnswer(int status, String body) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 300;

  /** A field of the top object, as text; none as well when the body is no such object. */
  Optional<String> field(String name) {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          JsonToken value = json.nextToken();
          if (field.equals(name)) {
            return value == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json.getText());
          }
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      // No JSON: what there is of fields was seen.
    }
    return Optional.empty();
  }

  /** The status, and what the registry says of it if it says something. */
  @Override
  public String toString() {
    return status
        + field("message")
            .map(text -> ": " + (text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text))
            .orElse("");
  }
}
