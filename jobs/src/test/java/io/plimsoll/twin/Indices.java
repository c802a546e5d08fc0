package io.plimsoll.twin;

/** The exchange rate and the borrow index of one asset (§5). */
final class Indices {
  private static final double YEAR = 365 * 86_400_000.0;

  private final AssetParameters parameters;
  private final Coverage coverage;
  private Double anchorRate;
  private Long anchorTime;
  private Double told;
  private double exchangeRate = 1;
  private double borrowIndex = 1;

  Indices(AssetParameters parameters, Coverage coverage) {
    this.parameters = parameters;
    this.coverage = coverage;
    this.anchorRate = parameters.anchorRate();
    this.anchorTime = parameters.anchorTime();
  }

  double exchangeRate() {
    return exchangeRate;
  }

  double borrowIndex() {
    return borrowIndex;
  }

  void tell(InputRow.Index row, long now) {
    if (row.exchangeRate() != null) {
      told = row.exchangeRate();
      anchorRate = anchorRate == null ? told : anchorRate;
      anchorTime = anchorTime == null ? Long.valueOf(now) : anchorTime;
    }
    if (row.borrowIndex() != null) {
      borrowIndex = row.borrowIndex();
    }
  }

  /** What is told is believed only as far as it can have grown since the anchor. */
  void derive(long now) {
    if (told == null) {
      return;
    }
    exchangeRate = told;
    if (parameters.maxRateGrowth() != null) {
      double cap = anchorRate * (1 + parameters.maxRateGrowth() * (now - anchorTime) / YEAR);
      exchangeRate = Math.min(told, cap);
      boolean byParameter = parameters.anchorRate() != null;
      coverage.hit(
          cap < told, "rate capped, anchor " + (byParameter ? "a parameter" : "first told"));
    }
  }
}
