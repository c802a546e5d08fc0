package io.plimsoll.risk.line;

import io.plimsoll.risk.health.AssetTable;

/** What multiplies a price besides the amount (risk model §5). */
enum Rate {
  /** Nothing: a perpetual. */
  NONE(0),
  /** x: collateral whose threshold does not move, and equity. */
  EXCHANGE(1),
  /** x·g: collateral whose threshold moves. */
  THRESHOLD(2),
  /** b: debt. */
  BORROW(3),
  /** m: the maintenance of a perpetual. */
  MAINTENANCE(4);

  /** Its number among the rates. */
  final int place;

  Rate(int place) {
    this.place = place;
  }

  double of(AssetTable assets, int asset) {
    return switch (this) {
      case NONE -> 1;
      case EXCHANGE -> assets.exchangeRate(asset);
      case THRESHOLD -> assets.exchangeRate(asset) * assets.loadFactor(asset);
      case BORROW -> assets.borrowIndex(asset);
      case MAINTENANCE -> assets.maintenance(asset);
    };
  }
}
