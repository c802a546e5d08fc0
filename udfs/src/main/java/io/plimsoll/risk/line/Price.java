package io.plimsoll.risk.line;

/** The prices of an asset that a sum may use (risk model §§2 and 5). */
enum Price {
  LOW(0),
  HIGH(1),
  MID(2),
  /** The favourable price of what an account has on balance. */
  BEST(3),
  /** The favourable price of what an account owes on balance. */
  WORST(4);

  /** Its number among the prices. */
  final int place;

  Price(int place) {
    this.place = place;
  }
}
