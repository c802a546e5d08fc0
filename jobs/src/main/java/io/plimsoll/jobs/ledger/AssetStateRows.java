package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.account.CodePoints;
import java.io.IOException;

/** {@code asset-states.jsonl}: every asset with a mark, at every bar close. */
public final class AssetStateRows {

  /** By instant, then by asset. */
  public static final Layout<AssetState> LAYOUT =
      new Layout<>(AssetState::instant, AssetStateRows::compare, AssetStateRows::write);

  private AssetStateRows() {}

  private static int compare(AssetState left, AssetState right) {
    return CodePoints.compare(left.asset(), right.asset());
  }

  private static void write(AssetState state, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("instant", state.instant());
    JsonRow.text(json, "asset", state.asset());
    JsonRow.number(json, "mid", state.mid());
    JsonRow.number(json, "low", state.low());
    JsonRow.number(json, "high", state.high());
    json.writeStringField("status", state.status().name());
    JsonRow.number(json, "volatility", state.volatility());
    JsonRow.number(json, "loadFactor", state.loadFactor());
    json.writeEndObject();
  }
}
