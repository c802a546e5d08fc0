package io.plimsoll.jobs.parameters;

import java.math.BigDecimal;
import java.util.Optional;

/** A number that feeds an estimator or a guard: the double nearest to the decimal written. */
public record DoubleNotation(Range interval) implements Notation<Double> {

  @Override
  public Optional<Double> read(String text) {
    return DecimalNotation.number(text).filter(interval::holds).map(BigDecimal::doubleValue);
  }

  @Override
  public String print(Double value) {
    return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }

  @Override
  public String range() {
    return "a number " + interval.words();
  }
}
