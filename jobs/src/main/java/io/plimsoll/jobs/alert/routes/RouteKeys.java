package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.alert.AccountNames;
import io.plimsoll.jobs.alert.QuietHours;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.parameters.CountNotation;
import io.plimsoll.jobs.parameters.DoubleNotation;
import io.plimsoll.jobs.parameters.DurationNotation;
import io.plimsoll.jobs.parameters.Key;
import io.plimsoll.jobs.parameters.Range;
import io.plimsoll.risk.level.Level;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The keys of a route, and of its quiet hours. */
final class RouteKeys {

  private static final String SECTION = "docs/alerts.md";

  private static final Route DEFAULTS =
      new Route(
          "any",
          new AccountNames(List.of()),
          Level.LIQUIDATABLE,
          0,
          List.of(),
          5,
          60_000,
          60_000,
          86_400_000,
          Optional.empty());

  private static final QuietHours ANY_NIGHT =
      new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC, Level.LIQUIDATABLE);

  static final String ACCOUNTS = "accounts";
  static final String GROUPS = "groups";
  static final String NOTIFIERS = "notifiers";
  static final String QUIET = "quiet";

  static final Key<Route, Level> FROM =
      Key.of(
          DEFAULTS,
          "from",
          new LevelNotation(),
          Route::from,
          "level",
          SECTION,
          "level from which on an account is told");

  static final Key<Route, Double> MIN_DEBT =
      Key.of(
          DEFAULTS,
          "minDebt",
          new DoubleNotation(Range.atLeast(0)),
          Route::minDebtUsd,
          "USD",
          SECTION,
          "debt from which on an episode is opened");

  static final Key<Route, Integer> DIGEST_ABOVE =
      Key.of(
          DEFAULTS,
          "digestAbove",
          new CountNotation(),
          Route::digestAbove,
          "alerts",
          SECTION,
          "alerts told one by one within a window; the others are told in a digest at its end");

  static final Key<Route, Long> WINDOW =
      Key.of(
          DEFAULTS,
          "window",
          new DurationNotation(false),
          Route::windowMs,
          "duration",
          SECTION,
          "length of a window; too long: a digest comes late, too short: there are many");

  static final Key<Route, Long> REPEAT =
      Key.of(
          DEFAULTS,
          "repeat",
          new DurationNotation(false),
          Route::repeatMs,
          "duration",
          SECTION,
          "between repetitions of what fires, for notifiers that need them");

  static final Key<Route, Long> REMEMBER =
      Key.of(
          DEFAULTS,
          "remember",
          new DurationNotation(false),
          Route::rememberMs,
          "duration",
          SECTION,
          "how long an account is remembered after it has recovered; an event read again after that"
              + " is told again, by the same id");

  static final Key<QuietHours, LocalTime> QUIET_FROM =
      Key.of(
          ANY_NIGHT,
          "from",
          new TimeOfDayNotation(),
          QuietHours::from,
          "time of day",
          SECTION,
          "start of the quiet hours");

  static final Key<QuietHours, LocalTime> QUIET_TO =
      Key.of(
          ANY_NIGHT,
          "to",
          new TimeOfDayNotation(),
          QuietHours::to,
          "time of day",
          SECTION,
          "their end; what waited is told then");

  static final Key<QuietHours, ZoneId> QUIET_ZONE =
      Key.of(
          ANY_NIGHT,
          "zone",
          new ZoneNotation(),
          QuietHours::zone,
          "time zone",
          SECTION,
          "whose clock they go by");

  static final Key<QuietHours, Level> QUIET_BELOW =
      Key.of(
          ANY_NIGHT,
          "below",
          new LevelNotation(),
          QuietHours::below,
          "level",
          SECTION,
          "what is better than this level waits");

  static final List<String> NAMES =
      List.of(
          ACCOUNTS,
          GROUPS,
          NOTIFIERS,
          FROM.name(),
          MIN_DEBT.name(),
          DIGEST_ABOVE.name(),
          WINDOW.name(),
          REPEAT.name(),
          REMEMBER.name(),
          QUIET);

  static final List<String> QUIET_NAMES =
      List.of(QUIET_FROM.name(), QUIET_TO.name(), QUIET_ZONE.name(), QUIET_BELOW.name());

  private RouteKeys() {}
}
