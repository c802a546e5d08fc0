package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.feed.Feed;
import io.plimsoll.jobs.feed.FeedProgress;
import io.plimsoll.jobs.feed.FeedResult;
import io.plimsoll.jobs.feed.Heartbeats;
import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.monitor.MonitorJob;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.TopicDefinitions;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.rest.AppliedInstant;
import io.plimsoll.jobs.rest.JobManager;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclOperation;
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
          + " told at the end; what else a backfill would refuse is sent, for the monitor to"
          + " refuse.",
      "Heartbeats tell the monitor how far it has come, so that quiet topics hold nothing back and"
          + " the last rows are applied as soon as they are sent. docs/live.md has more."
    })
final class FeedCommand implements Callable<Integer> {

  private static final String PARAMETERS = "parameters.yaml";
  private static final double NANOS_PER_SECOND = 1e9;

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
      names = "--heartbeat",
      paramLabel = "DURATION",
      defaultValue = "200ms",
      converter = DurationConverter.class,
      description = {
        "How often every partition of every input is told how far the feed has come; 0 is never."
            + " Default: ${DEFAULT-VALUE}."
      })
  private long heartbeatMs;

  @Option(
      names = "--max-lateness",
      paramLabel = "DURATION",
      description = "That of the monitor: heartbeats keep as far behind the rows.")
  void maxLateness(String value) {
    topics.tell(MonitorOptions.MAX_LATENESS, value);
  }

  @Option(
      names = "--wait",
      description = "Returns when the monitor has applied the last row and its events can be read.")
  private boolean wait;

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:8081",
      description = "With --wait: the JobManager's REST address. Default: ${DEFAULT-VALUE}.")
  private String target;

  @Option(
      names = "--wait-timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = DurationConverter.class,
      description = "With --wait: how long at most, after the last row. Default: ${DEFAULT-VALUE}.")
  private long waitTimeoutMs;

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
    if (wait && heartbeatMs == 0) {
      throw new BadArgumentException(
          "--wait needs heartbeats: without one after the last row it is never applied");
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
    Map<String, Integer> partitions =
        settings
            .brokers()
            .partitions(settings.inputs().names(), AclOperation.WRITE, settings.startTimeout());
    Optional<AppliedInstant> applied = wait ? Optional.of(monitor()) : Optional.empty();
    FeedResult result = feed(settings, partitions, input, risk);
    end(result, err);
    if (applied.isPresent() && result.lastInstant() != FeedResult.NOTHING) {
      await(applied.orElseThrow(), result.lastInstant());
    }
    return 0;
  }

  /** The monitor to wait for: that there is one is known before anything is sent. */
  private AppliedInstant monitor() {
    JobManager manager = new JobManager(target, topics.clusterOptions());
    return new AppliedInstant(manager, manager.only(MonitorJob.NAME));
  }

  private void await(AppliedInstant applied, long last) throws InterruptedException {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    long start = System.nanoTime();
    applied.await(
        last,
        Duration.ofMillis(waitTimeoutMs),
        reached ->
            progress.show(
                FeedProgress.applied(reached, last),
                (System.nanoTime() - start) / NANOS_PER_SECOND));
    progress.end();
  }

  private void create(TopicSettings settings, PrintWriter err) {
    Path file = definitions.orElseGet(TopicOptions::definitions);
    settings
        .brokers()
        .createMissing(TopicDefinitions.read(file, settings), settings.startTimeout())
        .forEach(topic -> err.println("created topic " + topic));
    err.flush();
  }

  private FeedResult feed(
      TopicSettings settings,
      Map<String, Integer> partitions,
      DataDirectory input,
      RiskParameters risk)
      throws Exception {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    try (PlayedFiles rows = new PlayedFiles(input, risk);
        RecordWriter writer =
            new RecordWriter(
                settings.brokers(), settings.inputs(), partitions, settings.format())) {
      Heartbeats heartbeats =
          new Heartbeats(heartbeatMs, settings.maxLateness().toMillis(), writer::heartbeat);
      FeedResult result =
          new Feed(speed, heartbeats, writer::send, now -> progress.show(now.line(), now.seconds()))
              .run(rows);
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
