package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A line of {@code refused.jsonl}.
 *
 * @param file where the row stands
 * @param line of the file; of the topic its offset
 * @param reason why the row was refused
 * @param record the row as read
 * @param detail what is wrong with it, and what is allowed
 */
public record RefusedLine(String file, long line, String reason, String record, String detail) {

  public static RefusedLine read(JsonParser json) throws IOException {
    String file = "";
    long line = 0;
    String reason = "";
    String record = "";
    String detail = "";
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      switch (name) {
        case "file" -> file = json.getText();
        case "line" -> line = json.getLongValue();
        case "reason" -> reason = json.getText();
        case "record" -> record = json.getText();
        case "detail" -> detail = json.getText();
        default -> json.skipChildren();
      }
    }
    return new RefusedLine(file, line, reason, record, detail);
  }
}
