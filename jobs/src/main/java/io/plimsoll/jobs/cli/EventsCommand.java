package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.ledger.MarginEventRows;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.terminal.EventSentence;
import io.plimsoll.jobs.watch.MarginEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll events}. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the margin events that a monitor has written to their topic so far.",
      "By instant, then account, as in the file of a backfill; with --follow as they stand in the"
          + " topic, which keeps the order of each account. A record that is no margin event is told"
          + " on stderr."
    })
final class EventsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As lines of margin-events.jsonl (docs/files.md).")
  private boolean json;

  @Option(names = "--follow", description = "Goes on with those to come, until it is stopped.")
  private boolean follow;

  @Mixin private TopicOptions topics = new TopicOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    TopicSettings settings = TopicSettings.of(topics.configuration());
    PrintWriter out = spec.commandLine().getOut();
    Consumer<MarginEvent> print =
        json
            ? new PrintedJson<>(out, MarginEventRows.LAYOUT.json())
            : event -> out.println(EventSentence.of(event));
    if (follow) {
      try (OutputReader<MarginEvent> reader = reader(settings, print)) {
        // Nobody reads on: the pipe behind is closed. Asking also hands on what was printed.
        reader.follow(() -> !out.checkError());
      }
    } else {
      List<MarginEvent> events = new ArrayList<>();
      try (OutputReader<MarginEvent> reader = reader(settings, events::add)) {
        reader.readToEnd();
      }
      events.sort(MarginEventRows.LAYOUT::compare);
      events.forEach(print);
      out.flush();
    }
    return 0;
  }

  private OutputReader<MarginEvent> reader(TopicSettings settings, Consumer<MarginEvent> events) {
    PrintWriter err = spec.commandLine().getErr();
    return OutputReader.ofEvents(
        settings.brokers(),
        settings.outputs().marginEvents(),
        settings.format(),
        settings.startTimeout(),
        events,
        line -> {
          err.println("no margin event: " + line);
          err.flush();
        });
  }
}
