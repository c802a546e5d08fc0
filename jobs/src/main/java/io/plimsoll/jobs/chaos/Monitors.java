package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.TopicDefinitions;
import io.plimsoll.jobs.options.TopicSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** The monitors of a kind of fault: one of each delivery, of the same inputs. */
final class Monitors {

  private static final List<ConfigOption<String>> INPUTS =
      List.of(
          MonitorOptions.QUOTES,
          MonitorOptions.INDICES,
          MonitorOptions.STRESS,
          MonitorOptions.ACCOUNTS,
          MonitorOptions.POSITIONS);

  private static final List<ConfigOption<String>> OUTPUTS =
      List.of(MonitorOptions.MARGIN_EVENTS, MonitorOptions.ASSET_STATES, MonitorOptions.REFUSED);

  private Monitors() {}

  /**
   * Makes their topics; they are not submitted yet.
   *
   * @param name of the topics, before what they are of
   * @param topics file that says how topics are made
   * @param told options that win
   */
  static List<Monitor> make(
      ChaosCluster cluster, String name, Path parameters, Path topics, Map<String, String> told) {
    List<Monitor> monitors = new ArrayList<>();
    for (Delivery delivery : Delivery.values()) {
      Monitor monitor =
          new Monitor(cluster, delivery, options(cluster, name, parameters, delivery, told));
      TopicSettings settings = monitor.topics();
      settings
          .brokers()
          .createMissing(TopicDefinitions.read(topics, settings), settings.startTimeout());
      monitors.add(monitor);
    }
    return monitors;
  }

  private static Map<String, String> options(
      ChaosCluster cluster,
      String name,
      Path parameters,
      Delivery delivery,
      Map<String, String> told) {
    Map<String, String> options = new LinkedHashMap<>();
    String own = name + '.' + delivery;
    INPUTS.forEach(topic -> options.put(topic.key(), name + '.' + topic.defaultValue()));
    OUTPUTS.forEach(topic -> options.put(topic.key(), own + '.' + topic.defaultValue()));
    options.put(MonitorOptions.SERVERS.key(), cluster.local().brokers());
    options.put(MonitorOptions.PARAMETERS.key(), parameters.toAbsolutePath().toString());
    options.put(MonitorOptions.GROUP.key(), own);
    options.put(MonitorOptions.TRANSACTIONS.key(), own);
    options.put(MonitorOptions.DELIVERY.key(), delivery.toString());
    // What a silent partition holds back must not hang on how long a fault takes.
    options.put(MonitorOptions.IDLE_AFTER.key(), "0");
    // Many checkpoints are what faults are to come in between.
    options.put("execution.checkpointing.interval", "1s");
    options.putAll(told);
    return options;
  }
}
