package io.plimsoll.jobs.options;

import static io.plimsoll.jobs.options.OptionValues.duration;
import static io.plimsoll.jobs.options.OptionValues.get;
import static io.plimsoll.jobs.options.OptionValues.required;

import io.plimsoll.jobs.kafka.InputTopics;
import io.plimsoll.jobs.kafka.ReadOptions;
import io.plimsoll.jobs.kafka.ReadRange;
import io.plimsoll.jobs.kafka.StartPosition;
import io.plimsoll.jobs.kafka.TopicSinks;
import io.plimsoll.jobs.watch.WatchOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/**
 * What a monitor was told, checked.
 *
 * @param parameters file of the risk parameters
 * @param inputs what is read
 * @param outputs what is written
 * @param range where it is read from and to
 * @param read how it is read
 * @param history what goes before it
 * @param idleAfter after how long a quiet partition holds nothing back
 * @param sinks how it is written
 * @param startTimeout how long brokers may take to answer at the start
 * @param watch how the margin watch works
 */
public record MonitorSettings(
    Path parameters,
    InputTopics inputs,
    OutputTopics outputs,
    ReadRange range,
    ReadOptions read,
    HistorySettings history,
    Duration idleAfter,
    TopicSinks sinks,
    Duration startTimeout,
    WatchOptions watch) {

  /**
   * Reads the settings.
   *
   * @throws OptionException for what is missing or not allowed
   */
  public static MonitorSettings of(Configuration configuration) {
    TopicSettings topics = TopicSettings.of(configuration);
    StartPosition start = OptionValues.start(configuration, MonitorOptions.START);
    HistorySettings history = HistorySettings.of(configuration, start);
    return new MonitorSettings(
        parameters(configuration),
        topics.inputs(),
        topics.outputs(),
        new ReadRange(
            topics.brokers(),
            required(configuration, MonitorOptions.GROUP),
            start,
            get(configuration, MonitorOptions.UNTIL) == MonitorOptions.Until.LATEST),
        new ReadOptions(
            topics.format(),
            topics.maxLateness().toMillis(),
            maxRecordBytes(configuration),
            history.until()),
        history,
        duration(configuration, MonitorOptions.IDLE_AFTER),
        new TopicSinks(
            topics.brokers(),
            topics.format(),
            get(configuration, MonitorOptions.DELIVERY),
            required(configuration, MonitorOptions.TRANSACTIONS)),
        topics.startTimeout(),
        WatchOptions.DEFAULTS
            .withFinder(get(configuration, MonitorOptions.FINDER))
            .withCachedAccounts(cachedAccounts(configuration))
            .withClosedKeptMs(closedKeptMs(configuration)));
  }

  /** File of the risk parameters. */
  public static Path parameters(Configuration configuration) {
    return Path.of(required(configuration, MonitorOptions.PARAMETERS));
  }

  /** Longest value that is decoded. */
  public static int maxRecordBytes(Configuration configuration) {
    long bytes = get(configuration, MonitorOptions.MAX_RECORD).getBytes();
    if (bytes < 1 || bytes > Integer.MAX_VALUE) {
      throw new OptionException(
          MonitorOptions.MAX_RECORD.key(), bytes + " bytes is not allowed; allowed is 1 b to 2 gb");
    }
    return (int) bytes;
  }

  private static int cachedAccounts(Configuration configuration) {
    int accounts = get(configuration, MonitorOptions.CACHE);
    if (accounts < 1) {
      throw new OptionException(
          MonitorOptions.CACHE.key(),
          accounts + " is not allowed; allowed is a whole number of at least 1");
    }
    return accounts;
  }

  /** How long closed accounts are remembered, milliseconds of event time. */
  public static long closedKeptMs(Configuration configuration) {
    return configuration.contains(MonitorOptions.CLOSED_KEPT)
        ? duration(configuration, MonitorOptions.CLOSED_KEPT).toMillis()
        : WatchOptions.FOR_EVER;
  }
}
