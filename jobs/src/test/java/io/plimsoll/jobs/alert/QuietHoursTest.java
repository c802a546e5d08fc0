package io.plimsoll.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.level.Level;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static OptionalLong endOf(String from, String to, String now) {
    QuietHours hours =
        new QuietHours(LocalTime.parse(from), LocalTime.parse(to), BERLIN, Level.LIQUIDATABLE);
    return hours.endOf(Instant.parse(now).toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 2026-01-15T20:59:59.999Z, ",
    "22:00, 07:00, 2026-01-15T21:00:00Z, 2026-01-16T06:00:00Z",
    "22:00, 07:00, 2026-01-15T23:30:00Z, 2026-01-16T06:00:00Z",
    "22:00, 07:00, 2026-01-16T05:59:59.999Z, 2026-01-16T06:00:00Z",
    "22:00, 07:00, 2026-01-16T06:00:00Z, ",
    "12:00, 13:00, 2026-01-16T11:00:00Z, 2026-01-16T12:00:00Z",
    "12:00, 13:00, 2026-01-16T12:00:00Z, ",
    // Clocks go forward from 2 to 3 o'clock, and 02:30 is 03:30.
    "22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
    "22:00, 02:30, 2026-03-29T00:59:00Z, 2026-03-29T01:30:00Z",
    // Clocks go back from 3 to 2 o'clock: 02:10 comes twice.
    "22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
    "22:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
  })
  void endByTheClockOnTheWall(String from, String to, String now, String end) {
    OptionalLong expected =
        end == null ? OptionalLong.empty() : OptionalLong.of(Instant.parse(end).toEpochMilli());
    assertThat(endOf(from, to, now)).isEqualTo(expected);
  }

  @Test
  void endLaterThanTheyAreAskedForAtEveryMinuteOfAYear() {
    QuietHours hours =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN, Level.LIQUIDATABLE);
    long start = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    for (long now = start; now < start + 365 * 24 * Routes.HOUR; now += Routes.MINUTE) {
      OptionalLong end = hours.endOf(now);
      if (end.isPresent()) {
        assertThat(end.getAsLong()).isBetween(now + 1, now + 6 * Routes.HOUR);
      }
    }
  }
}
