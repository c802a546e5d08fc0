package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A line of {@code refused.jsonl}.
 *
 * @param reason why the row was refused
 */
public record RefusedLine(String reason) {

  public static RefusedLine read(JsonParser json) throws IOException {
    String reason = "";
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      if (name.equals("reason")) {
        reason = json.getText();
      } else {
        json.skipChildren();
      }
    }
    return new RefusedLine(reason);
  }
}
