package io.plimsoll.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.files.PlayedRow;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a run of the demo said and was told, as a monitor's topics would have it. */
final class ToldMonitor {

  /**
   * A record of a topic.
   *
   * @param rank within an instant: what came of a row is said after it
   */
  record Told(long instant, int rank, Consumer<LiveMonitor> tell) {}

  final Path out;
  final RiskParameters parameters;
  final List<EventLine> events = new ArrayList<>();
  final List<StateLine> bars = new ArrayList<>();
  final List<RefusedLine> refused = new ArrayList<>();
  final List<MarketEvent> rows = new ArrayList<>();

  /** Runs a demo. */
  ToldMonitor(Path directory, int accounts) throws IOException {
    CommandLineRun run =
        CommandLineRun.of("demo", "--accounts", "" + accounts, "--out", directory.toString());
    assertThat(run.code()).isZero();
    out = directory.resolve("out");
    Path data = directory.resolve("data");
    parameters = ParameterFile.load(data.resolve("parameters.yaml"));
    new JsonLinesFile<>(out.resolve(OutputDirectory.MARGIN_EVENTS), EventLine::read)
        .readAll(events::add);
    new JsonLinesFile<>(out.resolve(OutputDirectory.ASSET_STATES), StateLine::read)
        .readAll(bars::add);
    new JsonLinesFile<>(out.resolve(OutputDirectory.REFUSED), RefusedLine::read)
        .readAll(refused::add);
    try (PlayedFiles files =
        new PlayedFiles(
            DataDirectory.open(data)
                .of(EnumSet.of(RowKind.INDICES, RowKind.ACCOUNTS, RowKind.POSITIONS)),
            parameters)) {
      for (Optional<PlayedRow> row = files.next(); row.isPresent(); row = files.next()) {
        if (row.get().judged() instanceof MarketEvent event) {
          rows.add(event);
        }
      }
    }
  }

  /** All of it, by instant. */
  List<Told> inOrder() {
    List<Told> all = new ArrayList<>();
    rows.forEach(row -> all.add(new Told(row.instant(), 0, m -> m.take(row))));
    bars.forEach(bar -> all.add(new Told(bar.instant(), 1, m -> m.take(bar))));
    events.forEach(event -> all.add(new Told(event.instant(), 2, m -> m.take(event))));
    all.sort(Comparator.comparingLong(Told::instant).thenComparingInt(Told::rank));
    return all;
  }

  long end() {
    return bars.get(bars.size() - 1).instant();
  }
}
