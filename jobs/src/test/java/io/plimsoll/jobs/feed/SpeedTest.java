package io.plimsoll.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  @ParameterizedTest
  @CsvSource({"60x, 60", "1x, 1", "0.5x, 0.5", "3600X, 3600"})
  void isSoManyTimesRealTime(String text, double times) {
    assertThat(Speed.parse(text)).contains(new Speed(times));
  }

  @Test
  void mayBeAsFastAsItGoes() {
    assertThat(Speed.parse("max")).contains(Speed.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "x", "0x", "-1x", "60 x", "1e3x", "fast", "Infinityx"})
  void isNothingElse(String text) {
    assertThat(Speed.parse(text)).isEmpty();
  }
}
