package io.plimsoll.jobs.options;

import io.plimsoll.jobs.intake.RowKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How topics are made, from a file such as {@code flink-conf/topics.yaml}: by the name that a topic
 * has unless options rename it, how many partitions, how many copies (what the brokers have as
 * their default if it does not say) and Kafka's own settings of it.
 */
public final class TopicDefinitions {

  private static final String PARTITIONS = "partitions";
  private static final String REPLICATION = "replication";
  private static final String CONFIG = "config.";

  /** All that a file may define. */
  private static final List<String> KNOWN =
      Stream.of(
              MonitorOptions.QUOTES,
              MonitorOptions.INDICES,
              MonitorOptions.STRESS,
              MonitorOptions.ACCOUNTS,
              MonitorOptions.POSITIONS,
              MonitorOptions.MARGIN_EVENTS,
              MonitorOptions.ASSET_STATES,
              MonitorOptions.REFUSED,
              AlertOptions.RECEIPTS,
              AlertOptions.DEAD_LETTERS,
              AlertOptions.DIGESTS)
          .map(ConfigOption::defaultValue)
          .toList();

  private TopicDefinitions() {}

  /**
   * The topics that a monitor reads and writes, by the names that they have in the settings.
   *
   * @throws OptionException for a file that does not define them all, or says anything else
   */
  public static List<NewTopic> read(Path file, TopicSettings settings) {
    return read(file, names(settings));
  }

  /**
   * The topics that the alerts write.
   *
   * @throws OptionException for a file that does not define them, or says anything else
   */
  public static List<NewTopic> readOfAlerts(Path file, AlertTopics topics) {
    return read(file, topics.defined());
  }

  /**
   * Some of the topics of a file.
   *
   * @param names of them, by those that they have in the file
   */
  private static List<NewTopic> read(Path file, Map<String, String> names) {
    Map<String, Map<String, String>> told = new TreeMap<>();
    MonitorConfiguration.read(file)
        .forEach(
            (key, value) -> {
              int dot = key.indexOf('.');
              String topic = dot < 0 ? key : key.substring(0, dot);
              String rest = dot < 0 ? "" : key.substring(dot + 1);
              told.computeIfAbsent(topic, t -> new LinkedHashMap<>()).put(rest, value);
            });
    for (String topic : told.keySet()) {
      if (!KNOWN.contains(topic)) {
        throw wrong(file, topic, "is no topic of a job; allowed are " + KNOWN);
      }
    }
    List<NewTopic> topics = new ArrayList<>();
    names.forEach(
        (topic, name) -> {
          if (!told.containsKey(topic)) {
            throw wrong(file, topic, "is missing; defined must be " + names.keySet());
          }
          topics.add(topic(file, topic, name, told.get(topic)));
        });
    return topics;
  }

  private static Map<String, String> names(TopicSettings settings) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(MonitorOptions.QUOTES.defaultValue(), settings.inputs().topic(RowKind.QUOTES));
    names.put(MonitorOptions.INDICES.defaultValue(), settings.inputs().topic(RowKind.INDICES));
    names.put(MonitorOptions.STRESS.defaultValue(), settings.inputs().topic(RowKind.STRESS));
    names.put(MonitorOptions.ACCOUNTS.defaultValue(), settings.inputs().topic(RowKind.ACCOUNTS));
    names.put(MonitorOptions.POSITIONS.defaultValue(), settings.inputs().topic(RowKind.POSITIONS));
    names.put(MonitorOptions.MARGIN_EVENTS.defaultValue(), settings.outputs().marginEvents());
    names.put(MonitorOptions.ASSET_STATES.defaultValue(), settings.outputs().assetStates());
    names.put(MonitorOptions.REFUSED.defaultValue(), settings.outputs().refused());
    return names;
  }

  private static NewTopic topic(Path file, String topic, String name, Map<String, String> told) {
    Map<String, String> config = new LinkedHashMap<>();
    Optional<Integer> partitions = Optional.empty();
    Optional<Short> replication = Optional.empty();
    for (Map.Entry<String, String> entry : told.entrySet()) {
      String key = topic + '.' + entry.getKey();
      if (entry.getKey().equals(PARTITIONS)) {
        partitions = Optional.of(count(file, key, entry.getValue()));
      } else if (entry.getKey().equals(REPLICATION)) {
        replication = Optional.of((short) count(file, key, entry.getValue()));
      } else if (entry.getKey().startsWith(CONFIG)) {
        config.put(entry.getKey().substring(CONFIG.length()), entry.getValue());
      } else {
        throw wrong(
            file, key, "is not known; allowed are partitions, replication and keys below config");
      }
    }
    if (partitions.isEmpty()) {
      throw wrong(file, topic + '.' + PARTITIONS, "is missing");
    }
    return new NewTopic(name, partitions, replication).configs(config);
  }

  private static int count(Path file, String key, String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= Short.MAX_VALUE) {
        return count;
      }
    } catch (NumberFormatException none) {
      // told below, as a number out of range is
    }
    throw wrong(
        file,
        key,
        '"' + text + "\" is not allowed; allowed is a whole number from 1 to " + Short.MAX_VALUE);
  }

  private static OptionException wrong(Path file, String key, String what) {
    return new OptionException(file + ": " + key, what);
  }
}
