package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.Execution;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A line of {@code margin-events.jsonl}. Values are USD.
 *
 * @param instant epoch milliseconds
 * @param account its name, {@code account/venue} where isolated
 * @param from level before
 * @param to level after
 * @param healthFactor infinite, of A's sign, where nothing is owed
 * @param liabilities L
 * @param debtValue D
 * @param equity E
 * @param marks mid of each asset that it names, USD
 * @param terms what a liquidator is offered
 * @param onPaper whether its run carried out on paper what was offered: the account is then
 *     invented in part
 */
public record EventLine(
    long instant,
    String account,
    Level from,
    Level to,
    double healthFactor,
    double liabilities,
    double debtValue,
    double equity,
    Map<String, Double> marks,
    EventTerms terms,
    boolean onPaper) {

  public EventLine {
    marks = Map.copyOf(marks);
  }

  /** What somebody stands to lose: the debt, or for perpetuals alone the margin they must hold. */
  public double exposure() {
    return debtValue == 0 ? liabilities : debtValue;
  }

  /** Whether what it offers was carried out on paper. */
  public boolean isExecuted() {
    return onPaper && terms.takeSomething();
  }

  /** Whether a liquidator is offered anything. */
  public boolean hasTerms() {
    return !(terms instanceof EventTerms.None);
  }

  /**
   * What a liquidator is offered to repay or to close, USD at mid; 0 without terms, NaN where the
   * line does not tell.
   */
  public double offered() {
    if (terms instanceof EventTerms.Spot spot) {
      return spot.repayValueUsd();
    }
    if (terms instanceof EventTerms.Perpetual perpetual) {
      double mark = marks.getOrDefault(perpetual.closeAsset(), Double.NaN);
      // The product of the two as they are written, rounded once.
      return Double.isFinite(mark)
          ? perpetual.closeAmount().multiply(new BigDecimal(mark)).doubleValue()
          : Double.NaN;
    }
    return 0;
  }

  public static EventLine read(JsonParser json) throws IOException {
    long instant = 0;
    String account = "";
    Level from = Level.SAFE;
    Level to = Level.SAFE;
    double healthFactor = Double.NaN;
    double assets = 0;
    double liabilities = 0;
    double debtValue = 0;
    double equity = 0;
    Map<String, Double> marks = Map.of();
    EventTerms terms = EventTerms.NONE;
    boolean onPaper = false;
    for (String name = Cells.nextField(json); !name.isEmpty(); name = Cells.nextField(json)) {
      switch (name) {
        case "instant" -> instant = json.getLongValue();
        case "account" -> account = json.getText();
        case "from" -> from = Level.valueOf(json.getText());
        case "to" -> to = Level.valueOf(json.getText());
        case "execution" -> onPaper = json.getText().equals(Execution.PAPER.name());
        case "healthFactor" -> healthFactor = Cells.number(json);
        case "assets" -> assets = Cells.number(json);
        case "liabilities" -> liabilities = Cells.number(json);
        case "debtValue" -> debtValue = Cells.number(json);
        case "equity" -> equity = Cells.number(json);
        case "marks" -> marks = Cells.numbers(json);
        case "terms" ->
            terms =
                json.currentToken() == JsonToken.START_OBJECT
                    ? EventTerms.read(json)
                    : EventTerms.NONE;
        default -> json.skipChildren();
      }
    }
    if (Double.isNaN(healthFactor)) {
      healthFactor = assets < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return new EventLine(
        instant,
        account,
        from,
        to,
        healthFactor,
        liabilities,
        debtValue,
        equity,
        marks,
        terms,
        onPaper);
  }
}
