package io.plimsoll.jobs.console;

import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.jobs.readback.Figures;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;

/** A margin event as one line for people. */
public final class EventSentence {

  private EventSentence() {}

  /** Time, account, change of level, figures, what to do, and what it could not rely on. */
  public static String of(MarginEvent event) {
    StringBuilder line =
        new StringBuilder(160)
            .append(Figures.time(event.instant()))
            .append("  ")
            .append(event.account())
            .append("  ")
            .append(event.from())
            .append(" -> ")
            .append(event.to())
            .append("  HF ")
            .append(Figures.ratio(event.figures().healthFactor()))
            .append("  debt ")
            .append(Figures.usd(event.figures().debtValueUsd()))
            .append("  equity ")
            .append(Figures.usd(event.figures().equityUsd()));
    if (event.terms().exist()) {
      line.append("  ").append(EventWords.of(told(event.terms())));
    }
    if (!event.doubts().isEmpty()) {
      line.append("  in doubt: ").append(String.join(", ", event.doubts()));
    }
    return line.toString();
  }

  private static EventTerms told(LiquidationTerms terms) {
    if (terms instanceof SpotTerms spot) {
      return new EventTerms.Spot(
          spot.repayAmount(),
          spot.repayAsset(),
          spot.repayValueUsd(),
          spot.seizeAmount(),
          spot.seizeAsset());
    }
    if (terms instanceof PerpetualTerms perpetual) {
      return new EventTerms.Perpetual(
          perpetual.closeAmount(), perpetual.closeAsset(), perpetual.closeKind().name());
    }
    return EventTerms.NONE;
  }
}
