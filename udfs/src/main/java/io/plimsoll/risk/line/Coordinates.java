package io.plimsoll.risk.line;

import io.plimsoll.risk.health.AssetTable;

/**
 * The numbers in which an account is a straight line: for each asset every price times every rate,
 * and two that are no prices but count changes, for what is not a straight line.
 *
 * <p>Numbered without a gap, {@value #OF_ONE_ASSET} an asset, so that arrays can be kept by them.
 */
public final class Coordinates {

  private static final Price[] PRICES = {Price.LOW, Price.HIGH, Price.MID, Price.BEST, Price.WORST};
  private static final Rate[] RATES = {
    Rate.NONE, Rate.EXCHANGE, Rate.THRESHOLD, Rate.BORROW, Rate.MAINTENANCE
  };

  private static final int CHANGES = 25;
  private static final int RATE_CHANGES = 26;

  /** Coordinates of one asset. */
  public static final int OF_ONE_ASSET = 27;

  private final AssetTable assets;

  public Coordinates(AssetTable assets) {
    this.assets = assets;
  }

  static int of(int asset, Price price, Rate rate) {
    return asset * OF_ONE_ASSET + price.place * RATES.length + rate.place;
  }

  static boolean isOf(int coordinate, Price price) {
    int form = coordinate % OF_ONE_ASSET;
    return form < CHANGES && form / RATES.length == price.place;
  }

  /** Rises with every change of the asset: the coordinate of whoever is on the very line. */
  public static int changesOf(int asset) {
    return asset * OF_ONE_ASSET + CHANGES;
  }

  /** Rises when x or b of the asset changes: the coordinate of what netting hangs on. */
  public static int rateChangesOf(int asset) {
    return asset * OF_ONE_ASSET + RATE_CHANGES;
  }

  /** The first coordinate of an asset; its products are the first of them. */
  public static int firstOf(int asset) {
    return asset * OF_ONE_ASSET;
  }

  /** Coordinates of one asset that are products of a price and a rate. */
  public static int products() {
    return CHANGES;
  }

  /** The value now of a coordinate that is a product, USD a unit. */
  public double value(int coordinate) {
    int asset = coordinate / OF_ONE_ASSET;
    int form = coordinate % OF_ONE_ASSET;
    Price price = PRICES[form / RATES.length];
    Rate rate = RATES[form % RATES.length];
    return rate.of(assets, asset) * price.of(assets, asset);
  }
}
