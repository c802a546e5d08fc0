package io.plimsoll.jobs.compare;

import io.plimsoll.jobs.readback.Figures;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The comparison as people read it: plain lines, no wider than 80 columns but for names. */
public final class ComparisonPage {

  private static final int WIDTH = 80;
  private static final String NO_FIGURE = "-";

  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The lines of the page. */
  public static List<String> of(Comparison comparison) {
    ComparisonPage page = new ComparisonPage(comparison);
    page.runs();
    page.accounts();
    page.money();
    page.warnings();
    page.refused();
    page.most();
    return List.copyOf(page.lines);
  }

  private void runs() {
    run("A", comparison.a());
    run("B", comparison.b());
  }

  private void run(String name, RunOutcome run) {
    RunSummary summary = run.summary();
    lines.add(name + "  " + run.directory());
    summary
        .firstInstant()
        .ifPresent(
            first ->
                lines.add(
                    "   "
                        + Figures.time(first)
                        + " to "
                        + Figures.time(summary.lastInstant().orElse(first))
                        + " UTC, "
                        + Figures.count(run.rowsRead())
                        + " rows"));
    if (summary.paper().isPresent()) {
      lines.add("   SIMULATED: liquidations carried out on paper");
    }
  }

  private void accounts() {
    heading("Accounts");
    reached(Level.MARGIN_CALL, "ever at MARGIN_CALL or worse", RunSummary::called);
    reached(Level.LIQUIDATABLE, "ever at LIQUIDATABLE or worse", RunSummary::liquidatable);
    reached(Level.INSOLVENT, "ever INSOLVENT", RunSummary::insolvent);
  }

  private void reached(Level level, String label, ToLongFunction<RunSummary> count) {
    counts(label, run -> count.applyAsLong(run.summary()));
    Crossers crossers = comparison.crossers(level);
    names("only in A", crossers.onlyInA());
    names("only in B", crossers.onlyInB());
  }

  /** How many, and as many of their names as there is room for. */
  private void names(String label, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    StringBuilder line =
        new StringBuilder(
            String.format(Locale.ROOT, "    %s: %s", label, Figures.count(names.size())));
    int shown = 0;
    for (String name : names) {
      String next = (shown == 0 ? "  " : ", ") + name;
      if (line.length() + next.length() + ", ...".length() > WIDTH) {
        break;
      }
      line.append(next);
      shown++;
    }
    lines.add(shown < names.size() ? line + (shown == 0 ? "" : ", ...") : line.toString());
  }

  private void money() {
    heading("USD");
    usd("value at risk at its peak", run -> run.summary().valueAtRisk().peakUsd());
    usd("bad debt at its peak", run -> run.summary().badDebt().peakUsd());
    usd("bad debt at the end", run -> run.summary().badDebt().atEndUsd());
    usd("offered to liquidators", run -> run.liquidations().valueUsd());
    counts("  in so many stays", run -> run.liquidations().offers());
    if (comparison.isOnPaper()) {
      usd("liquidated on paper", run -> run.summary().executed().valueUsd());
      counts("  in so many liquidations", run -> run.summary().executed().liquidations());
    }
  }

  private void warnings() {
    heading("Warning before LIQUIDATABLE");
    counts("spells", run -> run.warnings().spells());
    counts("  without warning", run -> run.warnings().none());
    span("median", run -> run.warnings().medianMs());
    span("10th percentile", run -> run.warnings().tenthPercentileMs());
  }

  private void refused() {
    heading("Refused rows");
    counts("all", run -> run.summary().refusedCount());
    for (String reason : comparison.reasons()) {
      counts("  " + reason, run -> run.refused(reason));
    }
  }

  private void most() {
    lines.add("");
    if (comparison.most().isEmpty()) {
      lines.add("No account fared otherwise.");
      return;
    }
    lines.add(
        account("Accounts that differ most", "worst level", "offered USD", "bad debt", "warning"));
    for (Difference difference : comparison.most()) {
      lines.add(outcome(difference.account(), "A", difference.a()));
      lines.add(outcome("", "B", difference.b()));
    }
  }

  private static String outcome(String account, String run, Outcome outcome) {
    return account(
        String.format(Locale.ROOT, "  %-22s %s", account, run),
        outcome.worst().name(),
        Figures.usd(outcome.offeredUsd()),
        Figures.usd(outcome.badDebtUsd()),
        outcome.hasWarning() ? Figures.span(outcome.leastWarningMs()) : NO_FIGURE);
  }

  private static String account(
      String label, String level, String offered, String badDebt, String warning) {
    return String.format(
        Locale.ROOT, "%-26s %-12s %13s %11s %13s", label, level, offered, badDebt, warning);
  }

  private void heading(String label) {
    lines.add("");
    lines.add(row(label, "A", "B", "B - A"));
  }

  private void counts(String label, ToLongFunction<RunOutcome> figure) {
    long a = figure.applyAsLong(comparison.a());
    long b = figure.applyAsLong(comparison.b());
    figures(label, Figures.count(a), Figures.count(b), signed(b - a, Figures::count));
  }

  private void usd(String label, ToDoubleFunction<RunOutcome> figure) {
    double a = figure.applyAsDouble(comparison.a());
    double b = figure.applyAsDouble(comparison.b());
    // Less than half a dollar has no sign.
    double difference = Math.abs(b - a) < 0.5 ? 0 : b - a;
    String sign = difference > 0 ? "+" : "";
    figures(label, Figures.usd(a), Figures.usd(b), sign + Figures.usd(difference));
  }

  private void span(String label, Function<RunOutcome, OptionalLong> figure) {
    OptionalLong a = figure.apply(comparison.a());
    OptionalLong b = figure.apply(comparison.b());
    figures(
        label,
        a.isPresent() ? Figures.span(a.getAsLong()) : NO_FIGURE,
        b.isPresent() ? Figures.span(b.getAsLong()) : NO_FIGURE,
        a.isPresent() && b.isPresent()
            ? signed(b.getAsLong() - a.getAsLong(), Figures::span)
            : NO_FIGURE);
  }

  private static String signed(long difference, LongFunction<String> text) {
    return difference > 0 ? "+" + text.apply(difference) : text.apply(difference);
  }

  private void figures(String label, String a, String b, String difference) {
    lines.add(row("  " + label, a, b, difference));
  }

  private static String row(String label, String a, String b, String difference) {
    return String.format(Locale.ROOT, "%-32s%16s%16s%16s", label, a, b, difference);
  }
}
