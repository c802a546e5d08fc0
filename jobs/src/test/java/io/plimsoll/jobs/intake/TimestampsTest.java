package io.plimsoll.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static long read(String text) {
    String around = "1" + text + "1";
    return Timestamps.read(around.toCharArray(), 1, around.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000_000_000L, 1_583_020_800_000L, 99_999_999_999_999L})
  void digitsAreEpochMilliseconds(long millis) {
    assertThat(read(Long.toString(millis))).isEqualTo(millis);
    assertThat(read(" " + millis + " ")).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1583020800",
        "99999999999",
        "100000000000000",
        "1583020800000000",
        "0",
        "99999999999999999999999"
      })
  void secondsAndMicrosecondsAreNotTakenForMilliseconds(String text) {
    assertThat(read(text)).isEqualTo(RowCheck.NO_TIMESTAMP);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-14T22:38:33.328Z, 2023-11-14T22:38:33.328Z",
    "2023-11-14T22:38:33.328999Z, 2023-11-14T22:38:33.328Z",
    "2023-11-14T22:38:33.3Z, 2023-11-14T22:38:33.300Z",
    "'2023-11-14T22:38:33,32Z', 2023-11-14T22:38:33.320Z",
    "2023-11-14T22:38:33, 2023-11-14T22:38:33Z",
    "2023-11-14 22:38:33, 2023-11-14T22:38:33Z",
    "2023-11-14T22:38, 2023-11-14T22:38:00Z",
    "2023-11-14T22:38Z, 2023-11-14T22:38:00Z",
    "2023-11-14, 2023-11-14T00:00:00Z",
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2023-11-14T22:38:33+01:00, 2023-11-14T21:38:33Z",
    "2023-11-14T22:38:33-0530, 2023-11-15T04:08:33Z",
    "2023-11-14T22:38:33+02, 2023-11-14T20:38:33Z",
    "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z"
  })
  void isoIsReadWithOrWithoutZoneAndCutToMilliseconds(String text, String instant) {
    assertThat(read(text)).isEqualTo(Instant.parse(instant).toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "-1583020800000",
        "1583020800000.0",
        "1.58e12",
        "2023-11-14T",
        "2023-11",
        "2023-13-01",
        "2023-00-01",
        "2023-02-29",
        "2023-04-31",
        "2023-11-14T24:00:00",
        "2023-11-14T23:60",
        "2023-11-14T23:59:60",
        "2023-11-14T22:38:33.",
        "2023-11-14T22:38:33 Z",
        "2023-11-14T22:38:33+1",
        "2023-11-14T22:38:33+19:00",
        "2023-11-14T22:38:33ZZ",
        "14.11.2023",
        "2023/11/14",
        "2023-11-14T22",
        "20231114T223833Z",
        "2023-11-14T22:38:33[UTC]"
      })
  void anythingElseIsNoTimestamp(String text) {
    assertThat(read(text)).isEqualTo(RowCheck.NO_TIMESTAMP);
  }
}
