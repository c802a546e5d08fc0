package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.readback.EventLine;
import java.io.IOException;

/** Lines of the run's files as trees: what the page shows of them is for the page to choose. */
final class Nodes {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Nodes() {}

  static JsonNode read(String line) throws IOException {
    return MAPPER.readTree(line);
  }

  /** The same line as what the tallies need of it. */
  static EventLine event(String line) throws IOException {
    try (JsonParser json = MAPPER.createParser(line)) {
      json.nextToken();
      return EventLine.read(json);
    }
  }

  static void write(JsonGenerator json, JsonNode node) throws IOException {
    MAPPER.writeTree(json, node);
  }
}
