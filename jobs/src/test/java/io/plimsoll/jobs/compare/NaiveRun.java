package io.plimsoll.jobs.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The slow, obvious twin, written from docs/compare.md: it holds all events in memory and goes
 * through them anew for each figure.
 */
final class NaiveRun {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> events = new ArrayList<>();
  private final List<JsonNode> refused = new ArrayList<>();

  NaiveRun(Path directory) throws IOException {
    for (String line : Files.readAllLines(directory.resolve("margin-events.jsonl"))) {
      events.add(JSON.readTree(line));
    }
    for (String line : Files.readAllLines(directory.resolve("refused.jsonl"))) {
      refused.add(JSON.readTree(line));
    }
  }

  Set<String> accounts() {
    Set<String> accounts = new LinkedHashSet<>();
    events.forEach(event -> accounts.add(event.get("account").asText()));
    return accounts;
  }

  /** Accounts that any event put at the level or a worse one. */
  Set<String> reached(Level level) {
    Set<String> reached = new LinkedHashSet<>();
    for (JsonNode event : events) {
      if (to(event).compareTo(level) >= 0) {
        reached.add(event.get("account").asText());
      }
    }
    return reached;
  }

  Level worst(String account) {
    return of(account).stream().map(NaiveRun::to).max(Level::compareTo).orElse(Level.SAFE);
  }

  double valueAtRiskPeak() {
    return peak(NaiveRun::owed, Level.LIQUIDATABLE);
  }

  double badDebtPeak() {
    return peak(NaiveRun::lacking, Level.INSOLVENT);
  }

  double badDebtAtEnd() {
    return after(Long.MAX_VALUE, NaiveRun::lacking, Level.INSOLVENT).doubleValue();
  }

  private interface Value {
    BigDecimal of(JsonNode event);
  }

  private double peak(Value value, Level level) {
    BigDecimal peak = BigDecimal.ZERO;
    for (JsonNode event : events) {
      peak = peak.max(after(event.get("instant").asLong(), value, level));
    }
    return peak.doubleValue();
  }

  private BigDecimal after(long instant, Value value, Level level) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String account : accounts()) {
      Optional<JsonNode> last =
          of(account).stream()
              .filter(event -> event.get("instant").asLong() <= instant)
              .reduce((earlier, later) -> later);
      if (last.isPresent() && to(last.get()).compareTo(level) >= 0) {
        sum = sum.add(value.of(last.get()));
      }
    }
    return sum;
  }

  private static BigDecimal owed(JsonNode event) {
    double debt = event.get("debtValue").asDouble();
    return new BigDecimal(debt == 0 ? event.get("liabilities").asDouble() : debt);
  }

  private static BigDecimal lacking(JsonNode event) {
    return new BigDecimal(Math.max(0, -event.get("equity").asDouble()));
  }

  /** The highest bad debt of one account. */
  double badDebt(String account) {
    return of(account).stream()
        .filter(event -> to(event) == Level.INSOLVENT)
        .mapToDouble(event -> lacking(event).doubleValue())
        .max()
        .orElse(0);
  }

  /** An account's events that put it above a level, those with none between them together. */
  private List<List<JsonNode>> runsAbove(String account, Level level) {
    List<List<JsonNode>> runs = new ArrayList<>();
    boolean above = false;
    for (JsonNode event : of(account)) {
      if (to(event).compareTo(level) > 0) {
        if (!above) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(event);
      }
      above = to(event).compareTo(level) > 0;
    }
    return runs;
  }

  /** The first offer of each of an account's stays at LIQUIDATABLE or worse that has one. */
  List<Double> offers(String account) {
    return runsAbove(account, Level.MARGIN_CALL).stream()
        .flatMap(stay -> stay.stream().filter(event -> event.has("terms")).limit(1))
        .map(NaiveRun::offered)
        .toList();
  }

  private static double offered(JsonNode event) {
    JsonNode terms = event.get("terms");
    if (terms.has("repayValue")) {
      return terms.get("repayValue").asDouble();
    }
    double mark = event.get("marks").get(terms.get("closeAsset").asText()).asDouble();
    return new BigDecimal(terms.get("closeAmount").asText())
        .multiply(new BigDecimal(mark))
        .doubleValue();
  }

  /** The warnings of an account's spells that have one, milliseconds. */
  List<Long> warnings(String account) {
    return runsAbove(account, Level.SAFE).stream().flatMap(NaiveRun::warning).toList();
  }

  private static Stream<Long> warning(List<JsonNode> spell) {
    if (!spell.get(0).get("from").asText().equals("SAFE")) {
      return Stream.empty();
    }
    Optional<JsonNode> fell =
        spell.stream().filter(event -> to(event).compareTo(Level.LIQUIDATABLE) >= 0).findFirst();
    if (fell.isEmpty()) {
      return Stream.empty();
    }
    long until = fell.get().get("instant").asLong();
    Optional<JsonNode> called =
        spell.subList(0, spell.indexOf(fell.get())).stream()
            .filter(event -> to(event) == Level.MARGIN_CALL)
            .findFirst();
    return Stream.of(called.map(event -> until - event.get("instant").asLong()).orElse(0L));
  }

  long refused(String reason) {
    return refused.stream().filter(row -> row.get("reason").asText().equals(reason)).count();
  }

  private List<JsonNode> of(String account) {
    return events.stream().filter(event -> event.get("account").asText().equals(account)).toList();
  }

  private static Level to(JsonNode event) {
    return Level.valueOf(event.get("to").asText());
  }
}
