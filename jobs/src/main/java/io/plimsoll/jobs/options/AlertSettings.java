package io.plimsoll.jobs.options;

import static io.plimsoll.jobs.options.OptionValues.duration;
import static io.plimsoll.jobs.options.OptionValues.required;

import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.kafka.ReadRange;
import io.plimsoll.jobs.kafka.TopicSinks;
import io.plimsoll.jobs.wire.WireFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/**
 * What the alerts' job was told, checked.
 *
 * @param file of routes and notifiers
 * @param reload how often it is read again; above 0
 * @param marginEvents topic that is read
 * @param format how its values are written
 * @param range where it is read from
 * @param sinks how receipts are written
 * @param topics that are written
 * @param startTimeout how long brokers may take to answer at the start
 */
public record AlertSettings(
    Path file,
    Duration reload,
    String marginEvents,
    WireFormat format,
    ReadRange range,
    TopicSinks sinks,
    AlertTopics topics,
    Duration startTimeout) {

  /** At least once there are none to name. */
  private static final String NO_TRANSACTIONS = "";

  /**
   * Reads the settings.
   *
   * @throws OptionException for what is missing or not allowed
   */
  public static AlertSettings of(Configuration configuration) {
    TopicSettings monitor = TopicSettings.of(configuration);
    Duration reload = duration(configuration, AlertOptions.RELOAD);
    if (reload.toMillis() < 1) {
      throw new OptionException(
          AlertOptions.RELOAD.key(), "0 is not allowed; allowed is a duration of at least 1 ms");
    }
    return new AlertSettings(
        Path.of(required(configuration, AlertOptions.FILE)).toAbsolutePath(),
        reload,
        monitor.outputs().marginEvents(),
        monitor.format(),
        new ReadRange(
            monitor.brokers(),
            required(configuration, AlertOptions.GROUP),
            OptionValues.start(configuration, AlertOptions.START),
            false),
        new TopicSinks(
            monitor.brokers(), monitor.format(), Delivery.AT_LEAST_ONCE, NO_TRANSACTIONS),
        AlertTopics.of(configuration),
        monitor.startTimeout());
  }

  /**
   * Creates the topics that are written where they are not there.
   *
   * @param definitions file that says how topics are made
   * @return the names of those created
   * @throws io.plimsoll.jobs.kafka.BrokerException when no broker answers in time, or one cannot be
   *     created
   */
  public List<String> createTopics(Path definitions) {
    return range
        .brokers()
        .createMissing(TopicDefinitions.readOfAlerts(definitions, topics), startTimeout);
  }
}
