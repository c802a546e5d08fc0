package io.plimsoll.twin;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the twin found, in the fields and the order of §12. */
public record TwinResult(
    List<Map<String, Object>> marginEvents,
    List<Map<String, Object>> assetStates,
    List<Refusal> refusals) {

  /** Writes the three files that production writes too. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    write(directory.resolve("margin-events.jsonl"), marginEvents);
    write(directory.resolve("asset-states.jsonl"), assetStates);
    write(directory.resolve("refused.jsonl"), refusals.stream().map(Refusal::fields).toList());
  }

  private static void write(Path file, List<Map<String, Object>> rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Map<String, Object> row : rows) {
        out.write(Json.write(row) + "\n");
      }
    }
  }
}
