package io.plimsoll.jobs.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.plimsoll.jobs.kafka.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param options what it was asked to do
 * @param events margin events of the history
 * @param outcomes of each kind of fault
 */
public record ChaosReport(ChaosOptions options, int events, List<Outcome> outcomes) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public ChaosReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether every reader was told what he may count on. */
  public boolean holds() {
    return outcomes.stream().allMatch(Outcome::holds);
  }

  /** A table for people; times in seconds. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row("fault", "times", "held", "at-least-once", "exactly-once", "again", "margin events"));
    lines.add(row("", "", "median / p90 / max s", "median / p90 / max s", "", "", "").strip());
    for (Outcome outcome : outcomes) {
      lines.add(
          row(
              outcome.fault().toString(),
              Integer.toString(outcome.moments().size()),
              text(outcome.held()),
              text(outcome.recovery(Delivery.AT_LEAST_ONCE)),
              text(outcome.recovery(Delivery.EXACTLY_ONCE)),
              Integer.toString(repeated(outcome)),
              verdict(outcome)));
    }
    return lines;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-17s %5s  %-24s  %-24s  %-24s  %7s  %s", cells)
        .stripTrailing();
  }

  private static String text(Spread spread) {
    return String.format(
        Locale.ROOT, "%.1f / %.1f / %.1f", spread.median(), spread.p90(), spread.max());
  }

  private static int repeated(Outcome outcome) {
    return outcome.verdicts().stream().mapToInt(verdict -> verdict.events().repeated()).sum();
  }

  private static String verdict(Outcome outcome) {
    return outcome.holds()
        ? "the same"
        : outcome.failure().map(why -> "FAILED: " + why).orElse("DIFFER: " + differences(outcome));
  }

  private static String differences(Outcome outcome) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : outcome.verdicts()) {
      if (!verdict.holds()) {
        Comparison found = verdict.events();
        parts.add(
            "%s %d missing, %d extra, %d again"
                .formatted(
                    verdict.delivery(),
                    found.missing().size(),
                    found.extra().size(),
                    found.repeated()));
      }
    }
    return String.join("; ", parts);
  }

  /** Writes each moment and each verdict. */
  public void write(Path file) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seed", options.seed());
    all.put("times", options.times());
    all.put("marginEvents", events);
    all.put("holds", holds());
    all.put("faults", outcomes.stream().map(ChaosReport::fields).toList());
    Files.writeString(file, JSON.writeValueAsString(all) + '\n');
  }

  private static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fault", outcome.fault().toString());
    fields.put("holds", outcome.holds());
    outcome.failure().ifPresent(why -> fields.put("failure", why));
    Map<String, Object> recovery = new LinkedHashMap<>();
    for (Delivery delivery : Delivery.values()) {
      recovery.put(delivery.toString(), outcome.recovery(delivery));
    }
    fields.put("heldSeconds", outcome.held());
    fields.put("recoverySeconds", recovery);
    fields.put("monitors", outcome.verdicts().stream().map(ChaosReport::fields).toList());
    fields.put("moments", outcome.moments().stream().map(ChaosReport::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Verdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("delivery", verdict.delivery().toString());
    fields.put("holds", verdict.holds());
    fields.put("marginEvents", fields(verdict.events()));
    fields.put("assetStates", fields(verdict.states()));
    return fields;
  }

  private static Map<String, Object> fields(Comparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("records", comparison.records());
    fields.put("again", comparison.repeated());
    fields.put("missing", comparison.missing().size());
    fields.put("extra", comparison.extra().size());
    return fields;
  }

  private static Map<String, Object> fields(Moment moment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", moment.at().toString());
    fields.put("eventTime", moment.eventTime());
    fields.put("strikes", moment.strikes());
    fields.put("heldMs", moment.held().toMillis());
    Map<String, Object> recovery = new LinkedHashMap<>();
    moment.recovery().forEach((who, time) -> recovery.put(who.toString(), time.toMillis()));
    fields.put("recoveryMs", recovery);
    return fields;
  }
}
