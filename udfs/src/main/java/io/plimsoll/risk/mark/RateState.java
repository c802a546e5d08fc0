package io.plimsoll.risk.mark;

/** What is remembered of an asset's exchange rate and borrow index. Mutable. */
public final class RateState {

  /** Last accepted readings; NaN until told. */
  public double toldRate = Double.NaN;

  public double toldIndex = Double.NaN;

  /** Where growth is counted from; NaN until the first rate is told. */
  public double anchorRate = Double.NaN;

  public long anchorTime;

  /** x in force: underlying units a unit stands for, 1 until told. */
  public double exchangeRate = 1.0;

  /** b in force: units owed per unit borrowed, 1 until told. */
  public double borrowIndex = 1.0;
}
