package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.feed.Feed;
import io.plimsoll.jobs.feed.FeedResult;
import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.monitor.TopicDefinitions;
import io.plimsoll.jobs.monitor.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll feed}. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays history into the topics that a monitor reads, as producers would write it.",
      "Reads the files of a backfill (docs/files.md) and sends their rows in the order of event"
          + " time; a candle is a quote of its close. Rows that no record can say are counted and"
          + " told at the end; what else a backfill would refuse is sent, for the monitor to refuse."
          + " docs/live.md has more."
    })
final class FeedCommand implements Callable<Integer> {

  private static final String PARAMETERS = "parameters.yaml";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the files.")
  private Path data;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = {
        "Risk parameters, for the interval of candles. Default: " + PARAMETERS + " in the data",
        "directory."
      })
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      defaultValue = "max",
      converter = SpeedConverter.class,
      description = {
        "max, as fast as it goes, or so many times real time, such as 60x: a minute of event time a"
            + " second. Default: ${DEFAULT-VALUE}."
      })
  private Speed speed;

  @Option(
      names = "--create-topics",
      description = "Makes the topics of a monitor, inputs and outputs, where they are not there.")
  private boolean createTopics;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description =
          "How --create-topics makes them. Default: " + TopicOptions.TOPICS + " of flink-conf.")
  private Optional<Path> definitions = Optional.empty();

  @Mixin private TopicOptions topics = new TopicOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (definitions.isPresent() && !createTopics) {
      throw new BadArgumentException("--topics is of use with --create-topics only");
    }
    TopicSettings settings = TopicSettings.of(topics.configuration());
    PrintWriter err = spec.commandLine().getErr();
    // Everything that can be known to be wrong is refused before anything is sent.
    DataDirectory input = DataDirectory.open(data);
    input.passedOver().forEach(name -> err.println("passed over, no known format: " + name));
    RiskParameters risk = ParameterFile.load(parameters.orElse(data.resolve(PARAMETERS)));
    if (createTopics) {
      create(settings, err);
    }
    settings.brokers().partitions(settings.inputs().names(), settings.startTimeout());
    end(feed(settings, input, risk), err);
    return 0;
  }

  private void create(TopicSettings settings, PrintWriter err) {
    Path file = definitions.orElseGet(TopicOptions::definitions);
    settings
        .brokers()
        .createMissing(TopicDefinitions.read(file, settings), settings.startTimeout())
        .forEach(topic -> err.println("created topic " + topic));
    err.flush();
  }

  private FeedResult feed(TopicSettings settings, DataDirectory input, RiskParameters risk)
      throws Exception {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    try (PlayedFiles rows = new PlayedFiles(input, risk);
        RecordWriter writer =
            new RecordWriter(settings.brokers(), settings.inputs(), settings.format())) {
      FeedResult result =
          new Feed(speed, writer::send, now -> progress.show(now.line(), now.seconds())).run(rows);
      writer.flush();
      progress.end();
      return result;
    }
  }

  private void end(FeedResult result, PrintWriter err) {
    result.firstUnsent().forEach(row -> err.println("not sent: " + row));
    if (result.unsent() > result.firstUnsent().size()) {
      err.println("not sent: " + result.unsent() + " rows in all; the log has each");
    }
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.sent() + " records sent, " + result.unsent() + " rows not sent");
    out.flush();
  }
}
