package io.plimsoll.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules, their tests, the dashboard and the runbook speak of the same things. */
class RulesTest {

  private static final Path RUNBOOK = Path.of("..", "docs", "operations.md");
  private static final Path METRICS = Path.of("..", "docs", "metrics.md");
  private static final Path ALERTS = Path.of("..", "docs", "alerts.md");
  private static final Pattern METRIC =
      Pattern.compile("operator_(?:deserializer_)?plimsoll_(\\w+)");
  private static final Pattern NAME = Pattern.compile("`(?:plimsoll_)?(\\w+)(?:\\{\\w+\\})?`");
  private static final Pattern HEADING = Pattern.compile("(?m)^### (Plimsoll\\w+)$");

  @Test
  void promtoolFindsNothingWrongAndItsTestsPass() throws Exception {
    InstalledProgram promtool = InstalledProgram.named("promtool");
    for (String[] arguments :
        new String[][] {
          {"check", "config", WatchFiles.PROMETHEUS.toString()},
          {"check", "rules", "--lint-fatal", WatchFiles.RULES.toString()},
          {"test", "rules", WatchFiles.RULE_TESTS.toString()}
        }) {
      InstalledProgram.Result result = promtool.run(arguments);
      assertThat(result.exitCode()).as(result.output()).isZero();
      assertThat(result.output()).contains("SUCCESS");
    }
  }

  @Test
  void amtoolFindsNothingWrong() throws Exception {
    InstalledProgram amtool = InstalledProgram.named("amtool");
    InstalledProgram.Result result = amtool.run("check-config", WatchFiles.ALERTMANAGER.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  @Test
  void eachRuleHasAMomentAtWhichItFiresAndOneAtWhichItDoesNot() {
    assertThat(WatchFiles.rules().keySet())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(WatchFiles.ruleTests())
                    .contains(Map.entry(rule, true), Map.entry(rule, false)));
  }

  @Test
  void eachRuleIsInTheRunbookAndSaysWhere() {
    WatchFiles.rules()
        .forEach(
            (name, rule) -> {
              assertThat(rule.get("labels").toString())
                  .containsPattern("severity=(page|ticket|heartbeat)");
              assertThat((Map<?, ?>) rule.get("annotations"))
                  .as(name)
                  .hasFieldOrProperty("summary")
                  .hasFieldOrProperty("description")
                  .extracting("runbook")
                  .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
            });
    assertThat(matches(HEADING, WatchFiles.text(RUNBOOK)))
        .isEqualTo(new TreeSet<>(WatchFiles.rules().keySet()));
  }

  @Test
  void eachMetricIsOneThatIsTold() {
    Set<String> told = matches(NAME, WatchFiles.text(METRICS) + WatchFiles.text(ALERTS));
    // A counter in a group of its own has the group's name before its own.
    told.add("end_deliveries");
    Set<String> asked =
        matches(METRIC, WatchFiles.text(WatchFiles.RULES) + WatchFiles.queries().values());
    assertThat(asked)
        .hasSizeGreaterThan(10)
        .allSatisfy(metric -> assertThat(told).contains(metric.replaceFirst("_count$", "")));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).forEach(found::add);
    return found;
  }
}
