package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.notify.NotifierSettings;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.jobs.parameters.ChoiceNotation;
import io.plimsoll.jobs.parameters.CountNotation;
import io.plimsoll.jobs.parameters.DurationNotation;
import io.plimsoll.jobs.parameters.FlagNotation;
import io.plimsoll.jobs.parameters.Key;
import io.plimsoll.jobs.parameters.NameNotation;
import java.net.URI;
import java.util.List;

/** The keys of a notifier. */
final class NotifierKeys {

  private static final String SECTION = "docs/alerts.md";

  private static final NotifierSettings DEFAULTS =
      new NotifierSettings(
          "any",
          Kind.WEBHOOK,
          URI.create(""),
          NotifierSettings.NONE,
          false,
          DeliveryRules.DEFAULTS);

  static final Key<NotifierSettings, Kind> KIND =
      Key.of(
          DEFAULTS,
          "kind",
          new ChoiceNotation<>(Kind.class),
          NotifierSettings::kind,
          "word",
          SECTION,
          "what it speaks");

  static final Key<NotifierSettings, URI> URL =
      Key.of(
              DEFAULTS,
              "url",
              new UrlNotation(),
              NotifierSettings::url,
              "URL",
              SECTION,
              "where it is; of an Alertmanager without /api/v2, of Slack without its path")
          .orNone("must be given");

  static final Key<NotifierSettings, String> SECRET_FILE =
      Key.of(
              DEFAULTS,
              "secretFile",
              new NameNotation("a path"),
              NotifierSettings::secretFile,
              "path",
              SECTION,
              "a webhook's secrets, whsec_… a line, one or two; PagerDuty's routing key; the path"
                  + " of Slack's URL")
          .orNone("must be given, but not for an ALERTMANAGER");

  static final Key<NotifierSettings, Boolean> ALLOW_PRIVATE =
      Key.of(
          DEFAULTS,
          "allowPrivate",
          new FlagNotation(),
          NotifierSettings::allowPrivate,
          "flag",
          SECTION,
          "whether it may be at a private address, and speak without TLS");

  static final Key<NotifierSettings, Long> TIMEOUT =
      Key.of(
          DEFAULTS,
          "timeout",
          new DurationNotation(false),
          settings -> settings.rules().timeoutMs(),
          "duration",
          SECTION,
          "how long a request may take");

  static final Key<NotifierSettings, Long> RETRY_FOR =
      Key.of(
          DEFAULTS,
          "retryFor",
          new DurationNotation(false),
          settings -> settings.rules().retryForMs(),
          "duration",
          SECTION,
          "how long a notice is tried before it is given up");

  static final Key<NotifierSettings, Integer> PER_MINUTE =
      Key.of(
          DEFAULTS,
          "perMinute",
          new CountNotation(),
          settings -> settings.rules().perMinute(),
          "requests",
          SECTION,
          "requests a minute at most");

  static final List<String> NAMES =
      List.of(
          KIND.name(),
          URL.name(),
          SECRET_FILE.name(),
          ALLOW_PRIVATE.name(),
          TIMEOUT.name(),
          RETRY_FOR.name(),
          PER_MINUTE.name());

  private NotifierKeys() {}
}
