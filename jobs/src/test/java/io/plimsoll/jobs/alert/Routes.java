package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Routes to try. */
final class Routes {

  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  /** Of all accounts, from MARGIN_CALL on; two alerts a minute, then digests. */
  static final Route DESK = route(0, Optional.empty());

  /** The same, silent from 22 to 7 o'clock for what is not LIQUIDATABLE. */
  static final Route SLEEPER =
      route(
          0,
          Optional.of(
              new QuietHours(
                  LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC, Level.LIQUIDATABLE)));

  private Routes() {}

  static Route route(double minDebtUsd, Optional<QuietHours> quiet) {
    return new Route(
        "desk",
        new AccountNames(List.of("*")),
        Level.MARGIN_CALL,
        minDebtUsd,
        List.of("hook"),
        2,
        MINUTE,
        5 * MINUTE,
        2 * HOUR,
        quiet);
  }
}
