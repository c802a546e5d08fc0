package io.plimsoll.jobs.alert.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.alert.AccountNames;
import io.plimsoll.jobs.alert.QuietHours;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.notify.NotifierSettings;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.jobs.parameters.ParameterFileException;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFileTest {

  private static final String SHORTEST =
      """
      notifiers:
        hook: {kind: WEBHOOK, url: https://hooks.example.org/p, secretFile: /etc/hook}
      routes:
        desk: {accounts: ["*"], notifiers: [hook]}
      """;

  @Test
  void theShortestFileHasTheDefaults() {
    AlertRoutes read = RoutesFile.parse("alerts.yaml", SHORTEST);

    assertThat(read.notifiers())
        .isEqualTo(
            Map.of(
                "hook",
                new NotifierSettings(
                    "hook",
                    Kind.WEBHOOK,
                    URI.create("https://hooks.example.org/p"),
                    "/etc/hook",
                    false,
                    DeliveryRules.DEFAULTS)));
    assertThat(read.routes())
        .isEqualTo(
            Map.of(
                "desk",
                new Route(
                    "desk",
                    new AccountNames(List.of("*")),
                    Level.LIQUIDATABLE,
                    0,
                    List.of("hook"),
                    5,
                    60_000,
                    60_000,
                    86_400_000,
                    Optional.empty())));
  }

  @Test
  void everyKeyIsRead() {
    AlertRoutes read =
        RoutesFile.parse(
            "alerts.yaml",
            """
            notifiers:
              hook:
                kind: WEBHOOK
                url: https://hooks.example.org/p
                secretFile: /etc/hook
                timeout: 3s
                retryFor: 1h
                perMinute: 60
              page: {kind: ALERTMANAGER, url: "http://10.0.0.7:9093", allowPrivate: true}
            groups:
              funds: [fund-a, "desk-7/*"]
            routes:
              desk:
                accounts: [alice]
                groups: [funds]
                from: MARGIN_CALL
                minDebt: 2500.5
                notifiers: [hook, page, hook]
                digestAbove: 3
                window: 30s
                repeat: 2m
                remember: 12h
                quiet: {from: "22:30", to: "06:00", zone: Europe/Berlin, below: INSOLVENT}
            """);

    assertThat(read.notifiers().get("hook").rules())
        .isEqualTo(new DeliveryRules(3_000, 3_600_000, 60));
    assertThat(read.notifiers().get("page").allowPrivate()).isTrue();
    assertThat(read.routes().get("desk"))
        .isEqualTo(
            new Route(
                "desk",
                new AccountNames(List.of("alice", "fund-a", "desk-7/*")),
                Level.MARGIN_CALL,
                2500.5,
                List.of("hook", "page"),
                3,
                30_000,
                120_000,
                43_200_000,
                Optional.of(
                    new QuietHours(
                        LocalTime.of(22, 30),
                        LocalTime.of(6, 0),
                        ZoneId.of("Europe/Berlin"),
                        Level.INSOLVENT))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hook: {kind: WEBHOOK       | hook: {kind: PAGER         | alerts.yaml:2:"
            + " notifiers.hook.kind: PAGER is not allowed; allowed is one of WEBHOOK,"
            + " ALERTMANAGER, PAGERDUTY, SLACK",
        "kind: WEBHOOK,             | kin: WEBHOOK,              | alerts.yaml:2:"
            + " notifiers.hook.kin: this key is not allowed; allowed is kind, which is the nearest,"
            + " or one of url, secretFile, allowPrivate, timeout, retryFor, perMinute",
        "url: https://hooks.example.org/p, |                     | alerts.yaml:2:"
            + " notifiers.hook.url: a mapping without this key is not allowed; allowed is an http"
            + " or https URL without user and fragment",
        "https://hooks.example.org/p| https://u:pw@example.org/  | alerts.yaml:2:"
            + " notifiers.hook.url: https://u:pw@example.org/ is not allowed; allowed is an http or"
            + " https URL without user and fragment",
        "https://hooks.example.org/p| http://hooks.example.org/p | alerts.yaml:2:"
            + " notifiers.hook.url: http is not allowed; allowed is https, or http with"
            + " allowPrivate: true",
        ", secretFile: /etc/hook    | ``                           | alerts.yaml:2:"
            + " notifiers.hook.secretFile: a mapping without this key is not allowed; allowed is a"
            + " path",
        "kind: WEBHOOK              | kind: ALERTMANAGER         | alerts.yaml:2:"
            + " notifiers.hook.secretFile: this key is not allowed; allowed is it for the"
            + " other kinds: an ALERTMANAGER has no secret",
        "notifiers: [hook]          | notifiers: [hook, page]    | alerts.yaml:4:"
            + " routes.desk.notifiers: the notifier page is not allowed; allowed is one of [hook]",
        "notifiers: [hook]          | notifiers: hook            | alerts.yaml:4:"
            + " routes.desk.notifiers: hook is not allowed; allowed is a sequence, each in it a"
            + " notifier's name",
        "notifiers: [hook]          | notifiers: []              | alerts.yaml:4:"
            + " routes.desk.notifiers: nobody is not allowed; allowed is a sequence of at least one"
            + " notifier",
        "notifiers: [hook]          | notifiers: [[hook]]        | alerts.yaml:4:"
            + " routes.desk.notifiers: a sequence in it is not allowed; allowed is a sequence, each"
            + " in it a notifier's name",
        "accounts: [`*`],           | groups: [funds],           | alerts.yaml:4:"
            + " routes.desk.groups: the group funds is not allowed; allowed is one that groups"
            + " names",
        "notifiers: [hook]}         | notifiers: [hook], from: SAFE} | alerts.yaml:4:"
            + " routes.desk.from: SAFE is not allowed; allowed is one of MARGIN_CALL, LIQUIDATABLE,"
            + " INSOLVENT",
        "notifiers: [hook]}         | notifiers: [hook], quiet: {from: 7, to: 8, zone: UTC}} |"
            + " alerts.yaml:4: routes.desk.quiet.from: 7 is not allowed; allowed is a time of day"
            + " from 00:00 to 23:59",
        "notifiers: [hook]}         | notifiers: [hook], quiet: {from: '07:00', to: '07:00', zone:"
            + " UTC}} | alerts.yaml:4: routes.desk.quiet.to: 07:00 is not allowed; allowed is"
            + " another time than from",
        "notifiers: [hook]}         | notifiers: [hook], quiet: {from: '07:00', to: '08:00', zone:"
            + " Berlin}} | alerts.yaml:4: routes.desk.quiet.zone: Berlin is not allowed; allowed is"
            + " a time zone such as Europe/Berlin or UTC",
      })
  void whatIsWrongIsToldInOneLine(String right, String wrong, String line) {
    String text = SHORTEST.replace('"', '`');
    assertThat(text).contains(right);
    String yaml = text.replace(right, wrong == null ? "" : wrong).replace('`', '"');

    assertThatThrownBy(() -> RoutesFile.parse("alerts.yaml", yaml))
        .isInstanceOf(ParameterFileException.class)
        .hasMessage(line);
  }

  @Test
  void aFileWithoutRoutesIsRefused() {
    assertThatThrownBy(() -> RoutesFile.parse("alerts.yaml", "notifiers: {}"))
        .hasMessage(
            "alerts.yaml:1: routes: no route is not allowed; allowed is a mapping with at least"
                + " one");
  }

  @Test
  void aFileIsReadAsItsText(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("alerts.yaml"), SHORTEST);
    assertThat(RoutesFile.load(file)).isEqualTo(RoutesFile.parse("any", SHORTEST));
  }
}
