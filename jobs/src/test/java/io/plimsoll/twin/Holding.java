package io.plimsoll.twin;

/**
 * A holding with the state of its asset.
 *
 * @param entryPrice {@code null} when none was given
 */
record Holding(HoldingKey key, AssetState asset, Rational amount, Rational entryPrice) {
  Kind kind() {
    return key.kind();
  }

  /** The units of the asset that the holding stands for, without sign. */
  Rational units() {
    return switch (kind()) {
      case COLLATERAL -> amount.times(asset.exchangeRate());
      case DEBT -> amount.times(asset.borrowIndex());
      default -> amount;
    };
  }

  /** The units as they enter the account's equity. */
  Rational signedUnits() {
    return kind() == Kind.COLLATERAL || kind() == Kind.LONG ? units() : units().negate();
  }

  /** What a perpetual was paid with: part of the account's cash. */
  Rational cash() {
    Rational paid = amount.times(entryPrice);
    return kind() == Kind.LONG ? paid.negate() : paid;
  }
}
