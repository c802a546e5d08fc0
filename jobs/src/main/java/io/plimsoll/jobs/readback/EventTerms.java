package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;

/** What a liquidator is offered by an event: nothing, spot collateral, or a perpetual to close. */
public sealed interface EventTerms {

  /** The event offers nothing. */
  EventTerms NONE = new None();

  /** Whether no side of it is less than the last digit of an amount, and so nothing. */
  boolean takeSomething();

  /** The event offers nothing. */
  record None() implements EventTerms {
    @Override
    public boolean takeSomething() {
      return false;
    }
  }

  /**
   * Repay this, seize that.
   *
   * @param repayVenue where the debt is; empty for a NETTED account
   * @param repayAmount units of {@code repayAsset}
   * @param repayValueUsd what is repaid, at mid
   * @param seizeVenue where the collateral is; empty for a NETTED account
   * @param seizeAmount units of {@code seizeAsset}, bonus included
   */
  record Spot(
      String repayVenue,
      BigDecimal repayAmount,
      String repayAsset,
      double repayValueUsd,
      String seizeVenue,
      BigDecimal seizeAmount,
      String seizeAsset)
      implements EventTerms {
    @Override
    public boolean takeSomething() {
      return repayAmount.signum() > 0 && seizeAmount.signum() > 0;
    }
  }

  /**
   * Close a perpetual.
   *
   * @param closeVenue where it is; empty for a NETTED account
   * @param closeAmount units of {@code closeAsset}
   * @param closeKind LONG or SHORT
   */
  record Perpetual(String closeVenue, BigDecimal closeAmount, String closeAsset, String closeKind)
      implements EventTerms {
    @Override
    public boolean takeSomething() {
      return closeAmount.signum() > 0;
    }
  }

  static EventTerms read(JsonParser json) throws IOException {
    String repayVenue = "";
    BigDecimal repayAmount = BigDecimal.ZERO;
    String repayAsset = "";
    double repayValueUsd = Double.NaN;
    String seizeVenue = "";
    BigDecimal seizeAmount = BigDecimal.ZERO;
    String seizeAsset = "";
    String closeVenue = "";
    BigDecimal closeAmount = BigDecimal.ZERO;
    String closeAsset = "";
    String closeKind = "";
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      switch (name) {
        case "repayVenue" -> repayVenue = json.getText();
        case "repayAmount" -> repayAmount = new BigDecimal(json.getText());
        case "repayAsset" -> repayAsset = json.getText();
        case "repayValue" -> repayValueUsd = Cells.number(json);
        case "seizeVenue" -> seizeVenue = json.getText();
        case "seizeAmount" -> seizeAmount = new BigDecimal(json.getText());
        case "seizeAsset" -> seizeAsset = json.getText();
        case "closeVenue" -> closeVenue = json.getText();
        case "closeAmount" -> closeAmount = new BigDecimal(json.getText());
        case "closeAsset" -> closeAsset = json.getText();
        case "closeKind" -> closeKind = json.getText();
        default -> json.skipChildren();
      }
    }
    return closeKind.isEmpty()
        ? new Spot(
            repayVenue, repayAmount, repayAsset, repayValueUsd, seizeVenue, seizeAmount, seizeAsset)
        : new Perpetual(closeVenue, closeAmount, closeAsset, closeKind);
  }
}
