package io.plimsoll.risk.line;

/**
 * Takes the triggers of a judged portfolio: it must be judged again at the latest when one goes.
 */
public interface Triggers {

  /** When the coordinate falls below so much. */
  void fall(int coordinate, double trigger);

  /** When the coordinate rises above so much. */
  void rise(int coordinate, double trigger);

  /** When anything about the asset changes. */
  void anyChange(int asset);

  /** When the asset's exchange rate or borrow index changes. */
  void rateChange(int asset);

  /** When the line of accounts that owe or have open positions moves, at their venues. */
  void venueChange();
}
