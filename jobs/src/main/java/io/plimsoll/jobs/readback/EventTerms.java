package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;

/** What a liquidator is offered by an event: nothing, spot collateral, or a perpetual to close. */
public sealed interface EventTerms {

  /** The event offers nothing. */
  EventTerms NONE = new None();

  /** The event offers nothing. */
  record None() implements EventTerms {}

  /**
   * Repay this, seize that.
   *
   * @param repayAmount units of {@code repayAsset}
   * @param repayValueUsd what is repaid, at mid
   * @param seizeAmount units of {@code seizeAsset}, bonus included
   */
  record Spot(
      BigDecimal repayAmount,
      String repayAsset,
      double repayValueUsd,
      BigDecimal seizeAmount,
      String seizeAsset)
      implements EventTerms {}

  /**
   * Close a perpetual.
   *
   * @param closeAmount units of {@code closeAsset}
   * @param closeKind LONG or SHORT
   */
  record Perpetual(BigDecimal closeAmount, String closeAsset, String closeKind)
      implements EventTerms {}

  static EventTerms read(JsonParser json) throws IOException {
    BigDecimal repayAmount = BigDecimal.ZERO;
    String repayAsset = "";
    double repayValueUsd = Double.NaN;
    BigDecimal seizeAmount = BigDecimal.ZERO;
    String seizeAsset = "";
    BigDecimal closeAmount = BigDecimal.ZERO;
    String closeAsset = "";
    String closeKind = "";
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      switch (name) {
        case "repayAmount" -> repayAmount = new BigDecimal(json.getText());
        case "repayAsset" -> repayAsset = json.getText();
        case "repayValue" -> repayValueUsd = Cells.number(json);
        case "seizeAmount" -> seizeAmount = new BigDecimal(json.getText());
        case "seizeAsset" -> seizeAsset = json.getText();
        case "closeAmount" -> closeAmount = new BigDecimal(json.getText());
        case "closeAsset" -> closeAsset = json.getText();
        case "closeKind" -> closeKind = json.getText();
        default -> json.skipChildren();
      }
    }
    return closeKind.isEmpty()
        ? new Spot(repayAmount, repayAsset, repayValueUsd, seizeAmount, seizeAsset)
        : new Perpetual(closeAmount, closeAsset, closeKind);
  }
}
