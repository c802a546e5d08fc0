package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.jobs.readback.Figures;

/** A margin event in words. */
public final class EventWords {

  private EventWords() {}

  public static String of(EventTerms terms) {
    if (terms instanceof EventTerms.Spot spot) {
      return "repay "
          + Figures.amount(spot.repayAmount())
          + " "
          + spot.repayAsset()
          + " seize "
          + Figures.amount(spot.seizeAmount())
          + " "
          + spot.seizeAsset();
    }
    if (terms instanceof EventTerms.Perpetual perpetual) {
      return "close "
          + Figures.amount(perpetual.closeAmount())
          + " "
          + perpetual.closeAsset()
          + " "
          + perpetual.closeKind();
    }
    return "";
  }

  static String levelOf(EventLine event) {
    return event.from() == event.to() ? event.to() + " again" : event.to().name();
  }
}
