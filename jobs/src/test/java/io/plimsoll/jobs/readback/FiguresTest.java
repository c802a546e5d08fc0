package io.plimsoll.jobs.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0.998, 0.99",
    "1.0, 1.00",
    "1.5, 1.50",
    "-0.001, -0.01",
    "Infinity, ∞",
    "-Infinity, -∞"
  })
  void aRatioIsCutSoThatWhatIsUnderTheLineLooksIt(double value, String shown) {
    assertThat(Figures.ratio(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1200.4 | 1,200", "0.6000 | 0.6", "0.00001234567 | 0.00001235", "0 | 0", "12 | 12"})
  void anAmountShowsFourDigitsThatCountAndAllBeforeThePoint(BigDecimal value, String shown) {
    assertThat(Figures.amount(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"41250.26 | 41,250.3", "132.456 | 132.46", "0.99971 | 0.9997"})
  void aPriceShowsMoreDecimalsTheSmallerItIs(double value, String shown) {
    assertThat(Figures.price(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "59999, 59.9 s",
    "60000, 1 min 00 s",
    "3599999, 59 min 59 s",
    "3600000, 1 h 00 min",
    "86399999, 23 h 59 min",
    "86400000, 1 d 00 h",
    "-307000, -5 min 07 s"
  })
  void aSpanHasTheTwoLargestUnitsTheRestCutOff(long millis, String shown) {
    assertThat(Figures.span(millis)).isEqualTo(shown);
  }

  @Test
  void timesAreUtc() {
    assertThat(Figures.time(1_584_014_400_000L)).isEqualTo("2020-03-12 12:00:00");
    assertThat(Figures.clock(1_584_014_400_000L)).isEqualTo("12:00");
  }
}
