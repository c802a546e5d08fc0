package io.plimsoll.jobs.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code flink-conf/} has for those who watch the monitor. */
public final class WatchFiles {

  private static final Path CONFIGURATION = Path.of("..", "flink-conf");
  static final Path PROMETHEUS = CONFIGURATION.resolve("prometheus/prometheus.yaml");
  static final Path RULES = CONFIGURATION.resolve("prometheus/rules.yaml");
  static final Path RULE_TESTS = CONFIGURATION.resolve("prometheus/rules.test.yaml");
  static final Path ALERTMANAGER = CONFIGURATION.resolve("alertmanager.yaml");
  static final Path DASHBOARD = CONFIGURATION.resolve("grafana/plimsoll.json");

  private static final Pattern MINUTES = Pattern.compile("\\b(\\d+)m\\b");
  private static final int MINUTE_MS = 500;
  private static final int DAY_MINUTES = 1440;
  private static final Pattern OF_ALERTS =
      Pattern.compile(
          "_(end_deliveries|waitingDeliveries|brokenNotifiers|routesFileWrong|unreadableEvents)\\b");
  private static final Pattern METRIC = Pattern.compile("\\bflink_\\w+");

  private WatchFiles() {}

  /** Each alerting rule by its name. */
  static Map<String, Map<?, ?>> rules() {
    Map<String, Map<?, ?>> rules = new LinkedHashMap<>();
    for (Object group : list(yaml(RULES), "groups")) {
      for (Object rule : list((Map<?, ?>) group, "rules")) {
        rules.put((String) ((Map<?, ?>) rule).get("alert"), (Map<?, ?>) rule);
      }
    }
    return rules;
  }

  /** Each moment at which the tests of rules look at one: the rule, and whether it is to fire. */
  static List<Map.Entry<String, Boolean>> ruleTests() {
    List<Map.Entry<String, Boolean>> tests = new ArrayList<>();
    for (Object test : list(yaml(RULE_TESTS), "tests")) {
      for (Object moment : list((Map<?, ?>) test, "alert_rule_test")) {
        Map<?, ?> looked = (Map<?, ?>) moment;
        tests.add(Map.entry((String) looked.get("alertname"), looked.containsKey("exp_alerts")));
      }
    }
    return tests;
  }

  /** What the dashboard and the rules ask about the alerts, by where it is asked. */
  public static Map<String, String> queriesOfAlerts() {
    return queries(true);
  }

  /** What the dashboard and the rules ask about the monitor, and about any job. */
  public static Map<String, String> queriesOfTheMonitor() {
    return queries(false);
  }

  private static Map<String, String> queries(boolean ofAlerts) {
    Map<String, String> queries = queries();
    rules()
        .forEach(
            (name, rule) ->
                METRIC
                    .matcher((String) rule.get("expr"))
                    .results()
                    .forEach(found -> queries.put(name + ": " + found.group(), found.group())));
    queries.values().removeIf(query -> OF_ALERTS.matcher(query).find() != ofAlerts);
    return queries;
  }

  /** All queries of the dashboard. */
  static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    try {
      for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          queries.put(
              panel.path("title").asText() + ": " + target.path("legendFormat").asText(),
              target.path("expr").asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return queries;
  }

  /** The same text, in which a minute takes half a second. */
  static String quickened(String text) {
    return MINUTES
        .matcher(text)
        .replaceAll(minutes -> Integer.parseInt(minutes.group(1)) * MINUTE_MS + "ms")
        .replace("[1d]", "[" + DAY_MINUTES * MINUTE_MS + "ms]");
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> yaml(Path file) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(file));
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return (List<?>) map.get(key);
  }
}
