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

  /** Queries of the dashboard, by panel and legend. */
  public static Map<String, String> queries() {
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
