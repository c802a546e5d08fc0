package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.readback.EventLine;
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
    String sentence = of(line(event));
    return event.doubts().isEmpty()
        ? sentence
        : sentence + "  in doubt: " + String.join(", ", event.doubts());
  }

  /** The same of a line of a file, without the doubts. */
  public static String of(EventLine event) {
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
            .append(Figures.ratio(event.healthFactor()))
            .append("  debt ")
            .append(Figures.usd(event.debtValue()))
            .append("  equity ")
            .append(Figures.usd(event.equity()));
    if (event.hasTerms()) {
      line.append(event.isExecuted() ? "  on paper: " : "  ").append(EventWords.of(event.terms()));
    }
    return line.toString();
  }

  /** An event as its line has it. */
  public static EventLine line(MarginEvent event) {
    var figures = event.figures();
    return new EventLine(
        event.instant(),
        event.account(),
        event.from(),
        event.to(),
        figures.healthFactor(),
        figures.liabilitiesUsd(),
        figures.debtValueUsd(),
        figures.equityUsd(),
        figures.marksUsd(),
        told(event.terms()),
        false);
  }

  private static EventTerms told(LiquidationTerms terms) {
    if (terms instanceof SpotTerms spot) {
      return new EventTerms.Spot(
          spot.repayVenue(),
          spot.repayAmount(),
          spot.repayAsset(),
          spot.repayValueUsd(),
          spot.seizeVenue(),
          spot.seizeAmount(),
          spot.seizeAsset());
    }
    if (terms instanceof PerpetualTerms perpetual) {
      return new EventTerms.Perpetual(
          perpetual.closeVenue(),
          perpetual.closeAmount(),
          perpetual.closeAsset(),
          perpetual.closeKind().name());
    }
    return EventTerms.NONE;
  }
}
