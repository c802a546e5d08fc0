package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A line of {@code asset-states.jsonl}.
 *
 * @param instant of the bar close
 * @param asset its name
 * @param mid USD
 * @param status OK, STALE, DISPUTED or HALTED
 * @param volatility a year
 * @param loadFactor in (0, 1]
 */
public record StateLine(
    long instant, String asset, double mid, String status, double volatility, double loadFactor) {

  public static StateLine read(JsonParser json) throws IOException {
    long instant = 0;
    String asset = "";
    double mid = Double.NaN;
    String status = "";
    double volatility = Double.NaN;
    double loadFactor = Double.NaN;
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      switch (name) {
        case "instant" -> instant = json.getLongValue();
        case "asset" -> asset = json.getText();
        case "mid" -> mid = Cells.number(json);
        case "status" -> status = json.getText();
        case "volatility" -> volatility = Cells.number(json);
        case "loadFactor" -> loadFactor = Cells.number(json);
        default -> json.skipChildren();
      }
    }
    return new StateLine(instant, asset, mid, status, volatility, loadFactor);
  }
}
