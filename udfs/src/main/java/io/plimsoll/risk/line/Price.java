package io.plimsoll.risk.line;

import io.plimsoll.risk.health.AssetTable;

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

  double of(AssetTable assets, int asset) {
    return switch (this) {
      case LOW -> assets.low(asset);
      case HIGH -> assets.high(asset);
      case MID -> assets.mid(asset);
      case BEST -> assets.best(asset);
      case WORST -> assets.worst(asset);
    };
  }
}
