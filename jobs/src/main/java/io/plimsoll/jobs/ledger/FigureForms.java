package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.risk.terms.Figures;
import java.io.IOException;
import java.util.Map;

/** The figures of an account as every line and object has them (risk model §12). */
public final class FigureForms {

  private FigureForms() {}

  /** What it has and owes, by the names of {@code margin-events.jsonl}. */
  public static void sums(Figures figures, JsonGenerator json) throws IOException {
    JsonRow.number(json, "healthFactor", figures.healthFactor());
    JsonRow.number(json, "assets", figures.assetsUsd());
    JsonRow.number(json, "liabilities", figures.liabilitiesUsd());
    JsonRow.number(json, "collateralValue", figures.collateralValueUsd());
    JsonRow.number(json, "debtValue", figures.debtValueUsd());
    JsonRow.number(json, "equity", figures.equityUsd());
  }

  /** Prices by asset, USD. */
  public static void prices(String name, Map<String, Double> prices, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> entry : prices.entrySet()) {
      JsonRow.number(json, entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }
}
