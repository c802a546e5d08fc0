package io.plimsoll.jobs.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.alert.delivery.Outcome.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpOutcomesTest {

  private static final long NOW = Instant.parse("2026-03-12T10:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "199, REFUSED",
    "200, DELIVERED",
    "202, DELIVERED",
    "299, DELIVERED",
    "300, FAILED",
    "307, FAILED",
    "400, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "408, FAILED",
    "429, FAILED",
    "500, FAILED",
    "503, FAILED"
  })
  void aStatusSaysWhetherToTryAgain(int status, Kind kind) {
    assertThat(HttpOutcomes.of(status, Optional.empty(), NOW).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7000",
        "' 0 ' | 0",
        "-1 | 0",
        "soon | 0",
        "99999999 | 3600000",
        "Thu, 12 Mar 2026 10:00:30 GMT | 30000",
        "Thu, 12 Mar 2026 09:00:00 GMT | 0",
        "Thu, 12 Mar 2027 10:00:00 GMT | 0",
        "Fri, 12 Mar 2027 10:00:00 GMT | 3600000"
      })
  void retryAfterIsSecondsOrADateAndNoLongerThanAnHour(String header, long millis) {
    assertThat(HttpOutcomes.of(429, Optional.of(header), NOW).retryAfterMs()).isEqualTo(millis);
  }
}
