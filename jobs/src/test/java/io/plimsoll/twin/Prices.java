package io.plimsoll.twin;

import java.util.Map;

/** One choice of the price at which each side of each asset is taken (§5). */
interface Prices {
  /** For what the account has. */
  Rational assetSide(AssetState asset);

  /** For what it owes, and for maintenance. */
  Rational liabilitySide(AssetState asset);

  /** The mark itself. */
  Prices MID = of(Map.of());

  /** Each side at the end of the confidence interval that is worse for the account. */
  Prices PRUDENT =
      new Prices() {
        @Override
        public Rational assetSide(AssetState asset) {
          return asset.low();
        }

        @Override
        public Rational liabilitySide(AssetState asset) {
          return asset.high();
        }
      };

  /** One price for both sides: the one given for the asset, else its mid. */
  static Prices of(Map<String, Rational> chosen) {
    return new Prices() {
      @Override
      public Rational assetSide(AssetState asset) {
        Rational price = chosen.get(asset.name());
        return price == null ? asset.mid() : price;
      }

      @Override
      public Rational liabilitySide(AssetState asset) {
        return assetSide(asset);
      }
    };
  }
}
