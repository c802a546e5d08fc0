package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.Figures;
import io.plimsoll.risk.account.Holding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An account as people read it in a terminal. */
public final class AccountPage {

  private static final int EVENTS = 20;
  private static final String ROW = "  %-12s %-12s %-10s %18s %12s %16s  %s";

  private final List<String> lines = new ArrayList<>();

  private AccountPage() {}

  /** The lines of the page. */
  public static List<String> of(AccountView view) {
    AccountPage page = new AccountPage();
    page.head(view);
    view.parts().forEach(page::part);
    return List.copyOf(page.lines);
  }

  private void head(AccountView view) {
    StringBuilder line =
        new StringBuilder(view.account()).append("  ").append(view.settings().mode());
    if (view.settings().hasCategory()) {
      line.append(", category ").append(view.settings().category());
    }
    if (view.settings().hasMarginCall()) {
      line.append(", called below ").append(view.settings().marginCall());
    }
    lines.add(line + ", at the prices of " + Figures.time(view.instant()) + " UTC");
    if (view.onPaper()) {
      lines.add("SIMULATED: liquidations were carried out on paper");
    }
  }

  private void part(AccountView.Part part) {
    lines.add("");
    var figures = part.figures();
    lines.add(
        part.name()
            + "  "
            + part.level()
            + part.since().map(since -> " since " + Figures.time(since)).orElse("")
            + "  HF "
            + Figures.ratio(figures.healthFactor())
            + "  collateral "
            + Figures.usd(figures.collateralValueUsd())
            + "  debt "
            + Figures.usd(figures.debtValueUsd())
            + "  equity "
            + Figures.usd(figures.equityUsd()));
    if (!part.holdings().isEmpty()) {
      lines.add(
          String.format(
              Locale.ROOT,
              ROW,
              "venue",
              "asset",
              "kind",
              "amount",
              "price",
              "value",
              "on its line at"));
      part.holdings().forEach(holding -> lines.add(row(holding, part)));
    }
    if (part.cashUsd().signum() != 0) {
      lines.add(
          "  cash of perpetuals closed on paper: " + Figures.usd(part.cashUsd().doubleValue()));
    }
    List<EventLine> events = part.events();
    if (events.size() > EVENTS) {
      lines.add("  " + (events.size() - EVENTS) + " earlier events");
    }
    events.stream()
        .skip(Math.max(0, events.size() - EVENTS))
        .forEach(event -> lines.add("  " + EventSentence.of(event)));
  }

  private static String row(Holding holding, AccountView.Part part) {
    Map<String, Double> marks = part.figures().marksUsd();
    Double mark = marks.get(holding.asset());
    return String.format(
            Locale.ROOT,
            ROW,
            holding.venue(),
            holding.asset(),
            holding.kind(),
            Figures.amount(holding.amount()),
            mark == null ? "-" : Figures.price(mark),
            mark == null
                ? "-"
                : Figures.usd(holding.amount().multiply(new BigDecimal(mark)).doubleValue()),
            lineOf(holding.asset(), mark, part))
        .stripTrailing();
  }

  private static String lineOf(String asset, Double mark, AccountView.Part part) {
    Double line = part.figures().liquidationPricesUsd().get(asset);
    return line == null || mark == null
        ? ""
        : String.format(Locale.ROOT, "%s (%+.1f %%)", Figures.price(line), 100 * (line / mark - 1));
  }
}
