package io.plimsoll.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.level.Level;

/** Which rule of the model made an event, in a sentence (risk model §6). */
final class Rule {

  private static final String VENUE = "venue ";

  private Rule() {}

  static String of(EventLine event, JsonNode line, Working working) {
    if (event.from() == event.to()) {
      return "Still "
          + event.to()
          + ": a holding changed, the health factor fell below fullLiquidationBelow for the first"
          + " time, or there are terms where the last event had none.";
    }
    return event.from().isAtLeast(event.to()) ? rose(event, working) : fell(event, line, working);
  }

  private static String fell(EventLine event, JsonNode line, Working working) {
    return switch (event.to()) {
      case MARGIN_CALL ->
          "A⁻ < c·L⁻ with c = "
              + call(working)
              + ": at prudent prices it has less than c times what it owes.";
      case LIQUIDATABLE ->
          "A⁺ < f·L⁺ with " + line(line) + ": even at prices in its favour it is below its line.";
      case INSOLVENT ->
          "E⁺ < 0 and A⁺ < f·L⁺ with "
              + line(line)
              + ": even at prices in its favour it owes more than it has.";
      case SAFE -> "";
    };
  }

  private static String rose(EventLine event, Working working) {
    String equity =
        event.from() == Level.INSOLVENT ? "E ≥ h·L: it has more than it owes again. " : "";
    return switch (event.to()) {
      case SAFE ->
          equity
              + "A⁻ ≥ (c + h)·L⁻ with c = "
              + call(working)
              + ": at prudent prices it is above its margin call by the hysteresis, or it holds"
              + " nothing any more.";
      case MARGIN_CALL -> equity + "A ≥ (1 + h)·L: it is above its line by the hysteresis.";
      case LIQUIDATABLE, INSOLVENT -> equity + "It is still below (1 + h)·L.";
    };
  }

  private static String call(Working working) {
    return working.callFactor().isPresent()
        ? String.valueOf(working.callFactor().getAsDouble())
        : "its margin call";
  }

  /** f: a venue that is down or in grace is named among the doubts. */
  private static String line(JsonNode line) {
    StringBuilder venues = new StringBuilder();
    for (JsonNode doubt : line.path("doubts")) {
      if (doubt.asText().startsWith(VENUE)) {
        venues
            .append(venues.isEmpty() ? "" : ", ")
            .append(doubt.asText().substring(VENUE.length()));
      }
    }
    return venues.isEmpty()
        ? "f = 1"
        : "f = graceHealthFactor, for " + venues + " is down or in its grace period";
  }
}
