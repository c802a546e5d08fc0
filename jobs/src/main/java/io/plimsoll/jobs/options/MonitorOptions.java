package io.plimsoll.jobs.options;

import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.watch.WatchOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** Everything that a monitor can be told; {@code docs/options.md} is written from it. */
public final class MonitorOptions {

  /** What every key of ours starts with. */
  public static final String PREFIX = "plimsoll.";

  /** How values are written. */
  public enum Wire {
    /** Avro's single-object encoding; needs no registry. */
    SINGLE_OBJECT,
    /** Confluent's format; needs a schema registry. */
    CONFLUENT;

    /** As people write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where reading ends. */
  public enum Until {
    NEVER,
    /** At what stands in the topics when the job starts. */
    LATEST;

    /** As people write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final ConfigOption<String> PARAMETERS =
      ConfigOptions.key("plimsoll.parameters")
          .stringType()
          .noDefaultValue()
          .withDescription("File of the risk parameters, parameters.yaml of docs/parameters.md.");

  public static final ConfigOption<String> SERVERS =
      ConfigOptions.key("plimsoll.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Some brokers of the Kafka cluster, host:port, with commas between them.");

  public static final ConfigOption<String> GROUP =
      ConfigOptions.key("plimsoll.kafka.group-id")
          .stringType()
          .defaultValue("plimsoll-monitor")
          .withDescription(
              "Consumer group that offsets are committed for, at each checkpoint. A second monitor"
                  + " on the same cluster needs another.");

  public static final ConfigOption<Map<String, String>> CLIENT =
      ConfigOptions.key("plimsoll.kafka.properties")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Properties of every Kafka client, such as plimsoll.kafka.properties.security.protocol:"
                  + " SASL_SSL. What is set here wins over what the job sets, the brokers and the"
                  + " group aside. A secret is told by a reference, ${env:VARIABLE} or"
                  + " ${file:/path:key}, which each process resolves for itself.");

  public static final ConfigOption<String> CLIENT_FILE =
      ConfigOptions.key("plimsoll.kafka.properties-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File of further properties of every Kafka client, key=value a line: for those that"
                  + " are secret, in a file that nobody else may read. Each process reads the secrets"
                  + " in it from its own copy at the same path. It wins over"
                  + " plimsoll.kafka.properties.");

  public static final ConfigOption<Duration> TIMEOUT =
      ConfigOptions.key("plimsoll.kafka.start-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription(
              "How long the brokers may take to say which topics there are. Too low: a cluster that"
                  + " is slow for a moment passes for one that is not there.");

  public static final ConfigOption<String> QUOTES = topic("quotes", "quotes that are read");
  public static final ConfigOption<String> INDICES =
      topic("indices", "exchange rates and borrow indices that are read");
  public static final ConfigOption<String> STRESS =
      topic("stress", "network stress and status of venues that are read");
  public static final ConfigOption<String> ACCOUNTS =
      topic("accounts", "account settings that are read");
  public static final ConfigOption<String> POSITIONS =
      topic("positions", "positions that are read");
  public static final ConfigOption<String> MARGIN_EVENTS =
      topic("margin-events", "margin events that are written");
  public static final ConfigOption<String> ASSET_STATES =
      topic("asset-states", "asset states that are written, at every bar close");
  public static final ConfigOption<String> REFUSED =
      topic("refused", "refused records that are written");

  public static final ConfigOption<Wire> WIRE =
      ConfigOptions.key("plimsoll.wire.format")
          .enumType(Wire.class)
          .defaultValue(Wire.SINGLE_OBJECT)
          .withDescription(
              "How values are written, in all topics: single-object is Avro's single-object"
                  + " encoding, which needs no registry; confluent is Confluent's format, with the id"
                  + " of a schema in a registry.");

  public static final ConfigOption<String> REGISTRY =
      ConfigOptions.key("plimsoll.wire.registry-url")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Base address of the schema registry of confluent, such as http://localhost:8081. A"
                  + " record whose id it does not have is refused; while it does not answer, the job"
                  + " fails and is restarted.");

  public static final ConfigOption<String> REGISTRY_CREDENTIALS =
      ConfigOptions.key("plimsoll.wire.registry-credentials-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File that tells the registry who asks, and that nobody else may read: username and"
                  + " password (HTTP basic), or token (bearer), key=value a line. Only its path is"
                  + " part of the job: it must stand there on every machine, and is read with each"
                  + " request, so that a token may be renewed.");

  public static final ConfigOption<String> REGISTRY_TRUSTSTORE =
      ConfigOptions.key("plimsoll.wire.registry-truststore-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File of the certificates, in PEM, that are trusted for a registry of https instead of"
                  + " the JDK's. It must stand there on every machine.");

  public static final ConfigOption<List<String>> WRITERS =
      ConfigOptions.key("plimsoll.wire.writer-schemas")
          .stringType()
          .asList()
          .defaultValues()
          .withDescription(
              "Files of further schemas (.avsc) that producers write with, with semicolons between"
                  + " them; today's contract is known. A record of any other schema is refused.");

  public static final ConfigOption<MemorySize> MAX_RECORD =
      ConfigOptions.key("plimsoll.wire.max-record-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(1))
          .withDescription(
              "Longest value that is decoded; a longer one is refused, with its first 256 KiB.");

  public static final ConfigOption<String> START =
      ConfigOptions.key("plimsoll.input.start")
          .stringType()
          .defaultValue("earliest")
          .withDescription(
              "Where reading starts without a checkpoint or savepoint to go on from: earliest;"
                  + " latest; committed, what the group has committed, and earliest where it has"
                  + " nothing; or a time, epoch milliseconds or ISO-8601, since which records were"
                  + " written. Positions are absolute, but only those that were read are known: what"
                  + " starts after the first of them watches fewer accounts.");

  public static final ConfigOption<Until> UNTIL =
      ConfigOptions.key("plimsoll.input.until")
          .enumType(Until.class)
          .defaultValue(Until.NEVER)
          .withDescription(
              "Where reading ends: never; or latest, at what stands in the topics when the job"
                  + " starts, with the last instant applied as in a backfill. Events of a run that"
                  + " ends are marked as those of a backfill, so that nobody is alerted.");

  public static final ConfigOption<Duration> MAX_LATENESS =
      ConfigOptions.key("plimsoll.input.max-lateness")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription(
              "How far a record may stand behind the latest before it in its partition. Too low:"
                  + " quotes are refused as LATE and positions count later than their time. Too high:"
                  + " every trigger waits that long.");

  public static final ConfigOption<Duration> IDLE_AFTER =
      ConfigOptions.key("plimsoll.input.idle-after")
          .durationType()
          .defaultValue(Duration.ofSeconds(1))
          .withDescription(
              "After how long a partition without records and heartbeats holds nothing back any"
                  + " more; 0 is never, with at most as many subtasks that read as the largest topic"
                  + " has partitions, and then a quiet partition stops all triggers. Too low: what a"
                  + " partition brings after a pause is late. Too high: each pause of a quiet topic"
                  + " delays triggers by as much. A run until latest has none.");

  public static final ConfigOption<Delivery> DELIVERY =
      ConfigOptions.key("plimsoll.output.delivery")
          .enumType(Delivery.class)
          .defaultValue(Delivery.AT_LEAST_ONCE)
          .withDescription(
              "at-least-once: records are visible at once, and some are written again after a"
                  + " failure; the id of a margin event tells. exactly-once: in transactions, visible"
                  + " to readers of committed records after the next checkpoint only; needs"
                  + " execution.checkpointing.interval.");

  public static final ConfigOption<String> TRANSACTIONS =
      ConfigOptions.key("plimsoll.output.transactional-id-prefix")
          .stringType()
          .defaultValue("plimsoll-monitor")
          .withDescription(
              "What the transactional ids of exactly-once start with; the topic's name follows. Two"
                  + " jobs with the same would abort each other's transactions.");

  public static final ConfigOption<WatchOptions.Finder> FINDER =
      ConfigOptions.key("plimsoll.watch.finder")
          .enumType(WatchOptions.Finder.class)
          .defaultValue(WatchOptions.DEFAULTS.finder())
          .withDescription(
              "How accounts to judge are found: wheel, those that could have crossed a line;"
                  + " holders, every holder of what moved, far slower. The result is the same.");

  public static final ConfigOption<Integer> CACHE =
      ConfigOptions.key("plimsoll.watch.cached-accounts")
          .intType()
          .defaultValue(WatchOptions.DEFAULTS.cachedAccounts())
          .withDescription(
              "Accounts that each subtask keeps ready to be judged, some kilobyte of heap each; as"
                  + " many as stand near their line is best.");

  public static final ConfigOption<Duration> CLOSED_KEPT =
      ConfigOptions.key("plimsoll.watch.forget-closed-after")
          .durationType()
          .noDefaultValue()
          .withDescription(
              "How long after its last row, in event time, an account that holds nothing and was"
                  + " never told settings is forgotten; never, by default: state then keeps every"
                  + " account there ever was. Too short: an old row that is written again, or comes"
                  + " later than that, opens the account again instead of being refused as"
                  + " SUPERSEDED.");

  /** All of them, in the order in which people read them. */
  public static final List<ConfigOption<?>> ALL =
      all(
          PARAMETERS,
          SERVERS,
          GROUP,
          CLIENT,
          CLIENT_FILE,
          TIMEOUT,
          QUOTES,
          INDICES,
          STRESS,
          ACCOUNTS,
          POSITIONS,
          MARGIN_EVENTS,
          ASSET_STATES,
          REFUSED,
          WIRE,
          REGISTRY,
          REGISTRY_CREDENTIALS,
          REGISTRY_TRUSTSTORE,
          WRITERS,
          MAX_RECORD,
          START,
          UNTIL,
          MAX_LATENESS,
          IDLE_AFTER,
          DELIVERY,
          TRANSACTIONS,
          FINDER,
          CACHE,
          CLOSED_KEPT);

  private MonitorOptions() {}

  /** Those of a history and of the alerts stand at the end. */
  private static List<ConfigOption<?>> all(ConfigOption<?>... own) {
    return Stream.of(List.of(own), HistoryOptions.ALL, AlertOptions.ALL)
        .<ConfigOption<?>>flatMap(List::stream)
        .toList();
  }

  private static ConfigOption<String> topic(String name, String what) {
    return ConfigOptions.key("plimsoll.topics." + name)
        .stringType()
        .defaultValue(name)
        .withDescription("Topic of the " + what + ".");
  }
}
