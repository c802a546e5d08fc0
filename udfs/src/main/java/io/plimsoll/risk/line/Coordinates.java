package io.plimsoll.risk.line;

import io.plimsoll.risk.health.AssetTable;

/**
 * The numbers in which an account is a straight line: for each asset every price times every rate,
 * and two that are no prices but count changes, for what is not a straight line.
 *
 * <p>Numbered without a gap, {@value #OF_ONE_ASSET} an asset, so that arrays can be kept by them.
 * Mutable: the values are those of the last {@link #update}. Prices in USD.
 */
public final class Coordinates {

  /** Of {@link Rate}. */
  private static final int RATES = 5;

  private static final int CHANGES = 25;
  private static final int RATE_CHANGES = 26;

  /** Coordinates of one asset. */
  public static final int OF_ONE_ASSET = 27;

  private final AssetTable assets;
  private final double[] values;

  /** The coordinates of a table's assets, as they stand there now. */
  public Coordinates(AssetTable assets) {
    this.assets = assets;
    this.values = new double[assets.size() * OF_ONE_ASSET];
    for (int asset = 0; asset < assets.size(); asset++) {
      update(asset);
    }
  }

  static int of(int asset, Price price, Rate rate) {
    return asset * OF_ONE_ASSET + price.place * RATES + rate.place;
  }

  static boolean isOf(int coordinate, Price price) {
    int form = coordinate % OF_ONE_ASSET;
    return form < CHANGES && form / RATES == price.place;
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

  /** Takes an asset's numbers from the table; in the order of {@link Price} and {@link Rate}. */
  public void update(int asset) {
    double x = assets.exchangeRate(asset);
    double xg = x * assets.loadFactor(asset);
    double b = assets.borrowIndex(asset);
    double m = assets.maintenance(asset);
    int at = firstOf(asset);
    set(at, assets.low(asset), x, xg, b, m);
    set(at + RATES, assets.high(asset), x, xg, b, m);
    set(at + 2 * RATES, assets.mid(asset), x, xg, b, m);
    set(at + 3 * RATES, assets.best(asset), x, xg, b, m);
    set(at + 4 * RATES, assets.worst(asset), x, xg, b, m);
  }

  private void set(int at, double price, double x, double xg, double b, double m) {
    values[at] = price;
    values[at + 1] = x * price;
    values[at + 2] = xg * price;
    values[at + 3] = b * price;
    values[at + 4] = m * price;
  }

  /** The value of a coordinate that is a product, USD a unit; 0 of one that counts. */
  public double value(int coordinate) {
    return values[coordinate];
  }
}
