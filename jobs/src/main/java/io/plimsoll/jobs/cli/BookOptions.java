package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.book.RunBook;
import io.plimsoll.jobs.book.TopicBook;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.terminal.EventSentence;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command finds all accounts: in a monitor's topics, or in what a run has left. */
final class BookOptions {

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Of the files that a demo or backfill has written, instead of topics.")
  private Optional<Path> run = Optional.empty();

  @Mixin private HistoryOptions history = new HistoryOptions();

  @Mixin private TopicOptions topics = new TopicOptions();

  private Configuration configuration() {
    history.parameters().ifPresent(file -> topics.tell(MonitorOptions.PARAMETERS, file.toString()));
    return topics.configuration();
  }

  /** All accounts as of the last bar close. */
  Book book(PrintWriter err) throws IOException {
    if (run.isPresent()) {
      Path directory = run.get();
      return FinishedRun.read(directory, () -> ofRun(directory));
    }
    Configuration configuration = configuration();
    RiskParameters risk = ParameterFile.loadLive(MonitorSettings.parameters(configuration));
    return TopicBook.read(
        TopicSettings.of(configuration),
        risk,
        MonitorSettings.maxRecordBytes(configuration),
        line -> warn(err, line));
  }

  private Book ofRun(Path directory) throws IOException {
    History read =
        history
            .find(directory)
            .orElseThrow(
                () ->
                    new BadArgumentException(
                        "the history of "
                            + directory
                            + " is not where the run has read it; allowed is --data DIR"));
    return RunBook.read(
        read,
        directory.resolve(OutputDirectory.ASSET_STATES),
        directory.resolve(OutputDirectory.MARGIN_EVENTS));
  }

  /** Events that are wanted, oldest first. */
  List<EventLine> events(Predicate<EventLine> wanted, PrintWriter err) throws IOException {
    List<EventLine> events = new ArrayList<>();
    if (run.isPresent()) {
      Path file = run.get().resolve(OutputDirectory.MARGIN_EVENTS);
      return FinishedRun.read(
          run.get(),
          () -> {
            new JsonLinesFile<>(file, EventLine::read)
                .readAll(event -> addIf(wanted, event, events));
            return events;
          });
    }
    TopicSettings settings = TopicSettings.of(configuration());
    try (OutputReader<?> reader =
        OutputReader.ofEvents(
            settings.brokers(),
            settings.outputs().marginEvents(),
            settings.format(),
            settings.startTimeout(),
            event -> addIf(wanted, EventSentence.line(event), events),
            line -> warn(err, line))) {
      reader.readToEnd();
    }
    events.sort(Comparator.comparingLong(EventLine::instant));
    // At least once, an event may stand there twice.
    return events.stream().distinct().toList();
  }

  private static void addIf(Predicate<EventLine> wanted, EventLine event, List<EventLine> events) {
    if (wanted.test(event)) {
      events.add(event);
    }
  }

  private static void warn(PrintWriter err, String line) {
    err.println("unreadable: " + line);
    err.flush();
  }
}
