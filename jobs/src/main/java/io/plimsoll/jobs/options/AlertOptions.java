package io.plimsoll.jobs.options;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What the alerts' job can be told besides where topics are (docs/alerts.md). */
public final class AlertOptions {

  public static final ConfigOption<String> FILE =
      ConfigOptions.key("plimsoll.alerts.file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File of the routes and notifiers, alerts.yaml of docs/alerts.md; where the job may"
                  + " run on several machines, at the same path on each.");

  public static final ConfigOption<Duration> RELOAD =
      ConfigOptions.key("plimsoll.alerts.reload")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription(
              "How often that file is read again. One that is wrong is told in the log, and leaves"
                  + " in force what was read before.");

  public static final ConfigOption<String> GROUP =
      ConfigOptions.key("plimsoll.alerts.group-id")
          .stringType()
          .defaultValue("plimsoll-alerts")
          .withDescription(
              "Consumer group of the alerts' job. A second one on the same cluster needs another.");

  public static final ConfigOption<String> START =
      ConfigOptions.key("plimsoll.alerts.start")
          .stringType()
          .defaultValue("latest")
          .withDescription(
              "Where the alerts' job starts in the margin events without a checkpoint: as"
                  + " plimsoll.input.start. latest: an account that was in trouble before is not"
                  + " told until it moves. earliest: all that ever happened is told again, unless"
                  + " it is marked as a backfill's.");

  public static final ConfigOption<String> RECEIPTS =
      ConfigOptions.key("plimsoll.topics.alert-receipts")
          .stringType()
          .defaultValue("alert-receipts")
          .withDescription("Topic of what became of every notice, in JSON.");

  public static final ConfigOption<String> DEAD_LETTERS =
      ConfigOptions.key("plimsoll.topics.alert-dead-letters")
          .stringType()
          .defaultValue("alert-dead-letters")
          .withDescription("Topic of the notices that have not arrived, in JSON.");

  public static final ConfigOption<String> DIGESTS =
      ConfigOptions.key("plimsoll.topics.alert-digests")
          .stringType()
          .defaultValue("alert-digests")
          .withDescription(
              "Topic of the lists of digests, in parts of JSON. plimsoll digest prints one.");

  static final List<ConfigOption<?>> ALL =
      List.of(FILE, RELOAD, GROUP, START, RECEIPTS, DEAD_LETTERS, DIGESTS);

  private AlertOptions() {}
}
