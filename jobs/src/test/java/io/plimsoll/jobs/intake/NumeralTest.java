package io.plimsoll.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

  private final Numeral numeral = new Numeral();

  private boolean read(String text) {
    String around = "x" + text + "9";
    return numeral.read(around.toCharArray(), 1, around.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "1.5",
        "1.",
        ".5",
        " 2 ",
        "\t3",
        "1e3",
        "1E-3",
        "2.5e+10",
        "007",
        "1e400",
        "1e-400",
        "9007199254740993",
        "0.1",
        "123456789012345678901234567890.5",
        "1e22",
        "1e23",
        "179769313486231580793728971405301e276",
        "4.9e-324"
      })
  void aNumberIsTheDoubleThatJavaReads(String text) {
    assertThat(read(text)).isTrue();
    assertThat(numeral.toDouble()).isEqualTo(Double.parseDouble(text) + 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5x", "NaN", "Infinity", "-Infinity",
        "0x10", "0x1p3", "1d", "1f", "1L", "1_000", "1,5", "1 5", "--1", "1.2.3", "1e5.5", "²", "١"
      })
  void whatIsNoNumberIsNotRead(String text) {
    assertThat(read(text)).isFalse();
  }

  @Test
  void anyDoubleWrittenByJavaComesBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      double price = random.nextInt(1, 10_000_000) / 1000.0;
      if (Double.isFinite(value)) {
        assertThat(read(Double.toString(value))).isTrue();
        assertThat(numeral.toDouble()).isEqualTo(value + 0.0);
      }
      assertThat(read(Double.toString(price))).isTrue();
      assertThat(numeral.toDouble()).isEqualTo(price);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.000, 0",
    "0e999999999999, 0",
    "1.50, 1.5",
    "100, 100",
    "1e2, 100",
    "1.0E-18, 0.000000000000000001",
    "0.0000000000000000010, 0.000000000000000001",
    "99999999999999999999.999999999999999999, 99999999999999999999.999999999999999999",
    "10000000000000000000, 10000000000000000000",
    "1e19, 10000000000000000000",
    "-2.5, -2.5",
    "00000000000000000000000000001, 1",
    "1234567890123456789012e-2, 12345678901234567890.12"
  })
  void anAmountIsTheExactDecimalWithoutTrailingZeros(String text, String amount) {
    assertThat(read(text)).isTrue();
    assertThat(numeral.isAmount()).isTrue();
    assertThat(numeral.toAmount()).isEqualTo(new BigDecimal(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e20",
        "100000000000000000000",
        "1e-19",
        "0.0000000000000000001",
        "1e999999999",
        "1e-999999999",
        "1e99999999999999999999",
        "-1e20",
        "1.0000000000000000001"
      })
  void aNumberBeyondDecimal38With18IsNoAmount(String text) {
    assertThat(read(text)).isTrue();
    assertThat(numeral.isAmount()).isFalse();
  }

  @Test
  void aMillionZerosCostNothing() {
    assertThat(read("0." + "0".repeat(1_000_000) + "1")).isTrue();
    assertThat(numeral.isAmount()).isFalse();
    assertThat(read("1." + "0".repeat(1_000_000))).isTrue();
    assertThat(numeral.toAmount()).isEqualTo(BigDecimal.ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-5", "5.0", "1e3", "9223372036854775807", "-9223372036854775808", "-0"})
  void aWholeNumberIsReadHoweverWritten(String text) {
    assertThat(read(text)).isTrue();
    assertThat(numeral.isLong()).isTrue();
    assertThat(numeral.toLong()).isEqualTo(new BigDecimal(text).longValueExact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "9223372036854775808", "1e19", "1e-1", "-9223372036854775809"})
  void aFractionOrANumberBeyondALongIsNone(String text) {
    assertThat(read(text)).isTrue();
    assertThat(numeral.isLong()).isFalse();
  }
}
