package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.readback.Figures;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.Execution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary as people read it: plain lines, no wider than 80 columns but for paths. */
public final class SummaryPage {

  private static final int LABEL = 38;
  private static final int FIGURE = 18;

  private final List<String> lines = new ArrayList<>();

  private SummaryPage() {}

  /** The lines of the page. */
  public static List<String> of(RunSummary summary, RunFacts facts, Path directory) {
    SummaryPage page = new SummaryPage();
    page.run(summary, facts);
    page.paper(summary, facts);
    page.events(summary);
    page.accounts(summary);
    page.money(summary);
    page.worst(summary);
    page.refused(summary);
    page.files(directory);
    return List.copyOf(page.lines);
  }

  private void run(RunSummary summary, RunFacts facts) {
    double seconds = seconds(facts.duration());
    lines.add(
        String.format(
            Locale.ROOT,
            "%s rows in %.1f s (%s rows/s), parallelism %d, state in %s",
            Figures.count(facts.rowsRead()),
            seconds,
            Figures.count(Math.round(facts.rowsRead() / Math.max(seconds, 0.001))),
            facts.parallelism(),
            facts.stateBackend()));
    if (facts.lateRows() > 0) {
      lines.add(
          Figures.count(facts.lateRows()) + " rows came late and count later than their time");
    }
    summary
        .firstInstant()
        .ifPresent(
            first ->
                lines.add(
                    Figures.time(first)
                        + " to "
                        + Figures.time(summary.lastInstant().orElse(first))
                        + " UTC"));
  }

  private void paper(RunSummary summary, RunFacts facts) {
    if (facts.execution() == Execution.NONE) {
      return;
    }
    heading("SIMULATED: liquidations carried out on paper", "");
    figure("liquidations", Figures.count(summary.executed().liquidations()));
    figure("repaid or closed", Figures.usd(summary.executed().valueUsd()));
  }

  private void events(RunSummary summary) {
    heading("Margin events", Figures.count(summary.eventCount()));
    for (Map.Entry<Transition, Long> entry : summary.events().entrySet()) {
      Transition change = entry.getKey();
      String label =
          change.from() == change.to()
              ? change.to() + " again"
              : change.from() + " -> " + change.to();
      figure(label, Figures.count(entry.getValue()));
    }
  }

  private void accounts(RunSummary summary) {
    heading("Accounts", "");
    figure("ever at MARGIN_CALL or worse", Figures.count(summary.called()));
    figure("ever at LIQUIDATABLE or worse", Figures.count(summary.liquidatable()));
    figure("ever INSOLVENT", Figures.count(summary.insolvent()));
    for (Level level : Level.values()) {
      if (level != Level.SAFE) {
        figure(level + " at the end", Figures.count(summary.atEnd().get(level)));
      }
    }
  }

  private void money(RunSummary summary) {
    heading("USD", "");
    exposure("value at risk", summary.valueAtRisk());
    exposure("bad debt", summary.badDebt());
  }

  private void exposure(String label, Exposure exposure) {
    figure(label + " at the end", Figures.usd(exposure.atEndUsd()));
    String when = exposure.peakUsd() > 0 ? "  " + Figures.time(exposure.peakInstant()) : "";
    figure(label + " at its peak", Figures.usd(exposure.peakUsd()) + when, when.length());
  }

  private void worst(RunSummary summary) {
    if (summary.worst().isEmpty()) {
      return;
    }
    heading("Lowest equity", "");
    for (LowPoint low : summary.worst()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-20s %-12s hf %5s %14s  %s",
              low.account(),
              low.level(),
              Figures.ratio(low.healthFactor()),
              Figures.usd(low.equityUsd()),
              Figures.time(low.instant())));
    }
  }

  private void refused(RunSummary summary) {
    heading("Refused rows", Figures.count(summary.refusedCount()));
    summary.refused().forEach((reason, count) -> figure(reason, Figures.count(count)));
  }

  private void files(Path directory) {
    heading("Files in " + directory, "");
    for (String name : OutputDirectory.OUTPUTS) {
      if (Files.exists(directory.resolve(name))) {
        lines.add("  " + name);
      }
    }
  }

  private void heading(String label, String figure) {
    lines.add("");
    lines.add(
        figure.isEmpty()
            ? label
            : String.format(Locale.ROOT, "%-" + (LABEL + 2) + "s%" + FIGURE + "s", label, figure));
  }

  private void figure(String label, String figure) {
    figure(label, figure, 0);
  }

  /** A label and a figure, right-aligned but for what hangs behind it. */
  private void figure(String label, String figure, int behind) {
    lines.add(
        String.format(Locale.ROOT, "  %-" + LABEL + "s%" + (FIGURE + behind) + "s", label, figure));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
