package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.io.IOException;
import java.util.Comparator;

/** {@code margin-events.jsonl}: every event of every account. */
public final class MarginEventRows {

  /** By instant, then by account. */
  public static final Layout<MarginEvent> LAYOUT = layout(Execution.NONE);

  private static final Comparator<MarginEvent> AMBIGUOUS =
      Comparator.comparing(MarginEvent::to)
          .thenComparing(MarginEvent::from)
          .thenComparingDouble(event -> event.figures().assetsUsd())
          .thenComparingDouble(event -> event.figures().liabilitiesUsd())
          .thenComparing(event -> event.toString());

  private MarginEventRows() {}

  /** The same order; each line says if liquidations were carried out on paper. */
  public static Layout<MarginEvent> layout(Execution execution) {
    return new Layout<>(
        MarginEvent::instant,
        MarginEventRows::compare,
        (event, json) -> write(event, execution, json));
  }

  private static int compare(MarginEvent left, MarginEvent right) {
    int byAccount = CodePoints.compare(left.account(), right.account());
    // An account named like a part of another one: the order must not be that of arrival.
    return byAccount != 0 ? byAccount : AMBIGUOUS.compare(left, right);
  }

  private static void write(MarginEvent event, Execution execution, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", event.id());
    JsonRow.text(json, "account", event.account());
    json.writeNumberField("instant", event.instant());
    json.writeStringField("from", event.from().name());
    json.writeStringField("to", event.to().name());
    if (execution != Execution.NONE) {
      json.writeStringField("execution", execution.name());
    }
    json.writeArrayFieldStart("doubts");
    for (String doubt : event.doubts()) {
      json.writeString(doubt);
    }
    json.writeEndArray();
    FigureForms.sums(event.figures(), json);
    JsonRow.number(json, "ltv", event.figures().loanToValue());
    FigureForms.prices("liquidationPrices", event.figures().liquidationPricesUsd(), json);
    FigureForms.prices("marks", event.figures().marksUsd(), json);
    if (event.terms().exist()) {
      json.writeObjectFieldStart("terms");
      writeTerms(event.terms(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeTerms(LiquidationTerms terms, JsonGenerator json) throws IOException {
    if (terms instanceof SpotTerms spot) {
      writeVenue(json, "repayVenue", spot.repayVenue());
      JsonRow.text(json, "repayAsset", spot.repayAsset());
      JsonRow.amount(json, "repayAmount", spot.repayAmount());
      JsonRow.number(json, "repayValue", spot.repayValueUsd());
      writeVenue(json, "seizeVenue", spot.seizeVenue());
      JsonRow.text(json, "seizeAsset", spot.seizeAsset());
      JsonRow.amount(json, "seizeAmount", spot.seizeAmount());
      JsonRow.number(json, "bonus", spot.bonusUsd());
      JsonRow.number(json, "protocolFee", spot.protocolFeeUsd());
      JsonRow.number(json, "healthFactorAfter", spot.healthFactorAfter());
    } else if (terms instanceof PerpetualTerms perpetual) {
      writeVenue(json, "closeVenue", perpetual.closeVenue());
      JsonRow.text(json, "closeAsset", perpetual.closeAsset());
      json.writeStringField("closeKind", perpetual.closeKind().name());
      JsonRow.amount(json, "closeAmount", perpetual.closeAmount());
      if (!Double.isNaN(perpetual.bankruptcyPriceUsd())) {
        JsonRow.number(json, "bankruptcyPrice", perpetual.bankruptcyPriceUsd());
      }
      JsonRow.number(json, "healthFactorAfter", perpetual.healthFactorAfter());
    }
  }

  /** A NETTED account has no venues. */
  private static void writeVenue(JsonGenerator json, String name, String venue) throws IOException {
    if (!venue.isEmpty()) {
      JsonRow.text(json, name, venue);
    }
  }
}
