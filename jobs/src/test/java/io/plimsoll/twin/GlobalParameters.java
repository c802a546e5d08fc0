package io.plimsoll.twin;

/** The parameters that belong to no asset. */
record GlobalParameters(
    long barInterval,
    long halfLife,
    long window,
    Estimator estimator,
    Rational marginCall,
    Rational hysteresis,
    Rational targetHealthFactor,
    Rational closeFactor,
    Rational fullLiquidationBelow,
    Rational dust,
    long candleInterval,
    long gracePeriod,
    Rational graceHealthFactor,
    boolean onPaper) {

  /** What σ is; {@code FORECAST} is a matter of §9 and none of the twin's. */
  enum Estimator {
    EWMA,
    REALISED,
    MAX
  }

  static GlobalParameters of(Section global) {
    return new GlobalParameters(
        global.duration("barInterval", "1m"),
        global.duration("halfLife", "6h"),
        global.duration("window", "1h"),
        Estimator.valueOf(global.text("estimator", "EWMA")),
        global.exact("marginCall", "1.10"),
        global.exact("hysteresis", "0.02"),
        global.exact("targetHealthFactor", "1.05"),
        global.exact("closeFactor", "0.5"),
        global.exact("fullLiquidationBelow", "0.95"),
        global.exact("dust", "100"),
        global.duration("candleInterval", "1m"),
        global.duration("gracePeriod", "1h"),
        global.exact("graceHealthFactor", "0.95"),
        global.text("execution", "NONE").equals("PAPER"));
  }
}
