package io.plimsoll.risk.health;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.MarginRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The assets as the judge sees them, by id. Ids follow the order of names, so that comparing ids
 * compares names.
 *
 * <p>Mutable, not thread-safe. An update costs a few multiplications; reading is an array access.
 * Memory: about 150 bytes an asset and 3 kB. Prices in USD.
 */
public final class AssetTable {

  /** No asset of that name has parameters. */
  public static final int UNKNOWN = -1;

  /**
   * Doubles outside this range might under- or overflow in a product, where relative error bounds
   * do not hold: what depends on such a number is decided exactly.
   */
  private static final double TAME_LOW = 1e-60;

  private static final double TAME_HIGH = 1e60;

  private static final int RECENT = 256;

  private final AssetParameters[] parameters;
  private final Map<String, Integer> ids = new HashMap<>();

  /** Names asked for lately, by hash, and their ids: the name comes with every tick. */
  private final String[] recentNames = new String[RECENT];

  private final int[] recentIds = new int[RECENT];

  private final boolean[] marked;
  private final MarkStatus[] status;
  private final boolean[] tame;

  final double[] mid;
  final double[] low;
  final double[] high;
  final double[] exchangeRate;
  final double[] borrowIndex;
  final double[] loadFactor;

  /** {@code mid·(1 + doubt)} and {@code mid·max(0, 1 − doubt)}; both mid while OK. */
  final double[] best;

  final double[] worst;

  /** The largest price that any of the sums may use. */
  final double[] top;

  /** m, maintenance margin in force. */
  final double[] maintenance;

  private final double[] maintenanceAtRest;
  private final double[] hedgeHaircut;

  /** Parameters as doubles, made once: a decimal takes its time. */
  private final double[] doubt;

  private final double[] maintenanceMargin;
  private final double[] maintenanceMax;

  public AssetTable(Collection<AssetParameters> assets) {
    parameters = assets.toArray(AssetParameters[]::new);
    Arrays.sort(parameters, (a, b) -> CodePoints.compare(a.asset(), b.asset()));
    int n = parameters.length;
    marked = new boolean[n];
    status = new MarkStatus[n];
    tame = new boolean[n];
    mid = new double[n];
    low = new double[n];
    high = new double[n];
    exchangeRate = new double[n];
    borrowIndex = new double[n];
    loadFactor = new double[n];
    best = new double[n];
    worst = new double[n];
    top = new double[n];
    maintenance = new double[n];
    maintenanceAtRest = new double[n];
    hedgeHaircut = new double[n];
    doubt = new double[n];
    maintenanceMargin = new double[n];
    maintenanceMax = new double[n];
    for (int i = 0; i < n; i++) {
      doubt[i] = parameters[i].guard().doubt().doubleValue();
      maintenanceMargin[i] = parameters[i].margin().maintenanceMargin().doubleValue();
      maintenanceMax[i] = parameters[i].margin().maintenanceMax().doubleValue();
      ids.put(parameters[i].asset(), i);
      update(i, MarkStatus.STALE, 0, 0, 0, 1, 1, 1);
      marked[i] = false;
      maintenanceAtRest[i] = maintenance[i];
      hedgeHaircut[i] = parameters[i].margin().hedgeHaircut().doubleValue();
    }
  }

  public int size() {
    return parameters.length;
  }

  /** The id of an asset, or {@link #UNKNOWN}. */
  public int id(String asset) {
    int place = asset.hashCode() & (RECENT - 1);
    if (isSame(asset, recentNames[place])) {
      return recentIds[place];
    }
    int id = ids.getOrDefault(asset, UNKNOWN);
    recentNames[place] = asset;
    recentIds[place] = id;
    return id;
  }

  /** The very same object: names are pooled where records are read, so it mostly is. */
  @SuppressWarnings("ReferenceEquality") // the map decides about all others
  private static boolean isSame(String name, String other) {
    return name == other;
  }

  public String name(int asset) {
    return parameters[asset].asset();
  }

  public AssetParameters parameters(int asset) {
    return parameters[asset];
  }

  /** Whether the asset has had an OK derivation. */
  public boolean isMarked(int asset) {
    return marked[asset];
  }

  public MarkStatus status(int asset) {
    return status[asset];
  }

  public boolean isOk(int asset) {
    return status[asset] == MarkStatus.OK;
  }

  public double mid(int asset) {
    return mid[asset];
  }

  public double low(int asset) {
    return low[asset];
  }

  public double high(int asset) {
    return high[asset];
  }

  /** The favourable price of what an account has: mid while OK, above it in doubt. */
  public double best(int asset) {
    return best[asset];
  }

  /** The favourable price of what an account owes: mid while OK, below it in doubt. */
  public double worst(int asset) {
    return worst[asset];
  }

  /** x in force. */
  public double exchangeRate(int asset) {
    return exchangeRate[asset];
  }

  /** b in force. */
  public double borrowIndex(int asset) {
    return borrowIndex[asset];
  }

  /** g in force. */
  public double loadFactor(int asset) {
    return loadFactor[asset];
  }

  /** m in force. */
  public double maintenance(int asset) {
    return maintenance[asset];
  }

  /** Liability left by a hedged unit, of its value. */
  public double hedgeHaircut(int asset) {
    return hedgeHaircut[asset];
  }

  /** m at load factor 1, at which an asset without a mark stands. */
  double maintenanceAtRest(int asset) {
    return maintenanceAtRest[asset];
  }

  /** m in force, without rounding: {@code min(maintenanceMax, maintenanceMargin / g)}. */
  public Rational exactMaintenance(int asset) {
    MarginRules rules = parameters[asset].margin();
    return Rational.of(rules.maintenanceMargin())
        .over(Rational.of(loadFactor[asset]))
        .min(Rational.of(rules.maintenanceMax()));
  }

  /** Mid, as the number that its double is. */
  public Rational exactMid(int asset) {
    return Rational.of(mid[asset]);
  }

  /** x, as the number that its double is. */
  public Rational exactExchangeRate(int asset) {
    return Rational.of(exchangeRate[asset]);
  }

  /** b, as the number that its double is. */
  public Rational exactBorrowIndex(int asset) {
    return Rational.of(borrowIndex[asset]);
  }

  /** Whether bounds on relative errors hold for what is computed from this asset. */
  boolean isTame(int asset) {
    return tame[asset];
  }

  /** Takes an asset's state; from now on it has a mark. */
  public void update(
      int asset,
      MarkStatus newStatus,
      double newMid,
      double newLow,
      double newHigh,
      double newExchangeRate,
      double newBorrowIndex,
      double newLoadFactor) {
    marked[asset] = true;
    status[asset] = newStatus;
    mid[asset] = newMid;
    low[asset] = newLow;
    high[asset] = newHigh;
    exchangeRate[asset] = newExchangeRate;
    borrowIndex[asset] = newBorrowIndex;
    loadFactor[asset] = newLoadFactor;
    double width = newStatus == MarkStatus.OK ? 0 : doubt[asset];
    best[asset] = newMid * (1 + width);
    worst[asset] = newMid * Math.max(0, 1 - width);
    top[asset] = Math.max(newHigh, best[asset]);
    maintenance[asset] = Math.min(maintenanceMax[asset], maintenanceMargin[asset] / newLoadFactor);
    tame[asset] =
        isTame(newMid)
            && top[asset] < TAME_HIGH
            && isTame(newExchangeRate)
            && isTame(newBorrowIndex);
  }

  private static boolean isTame(double value) {
    return value > TAME_LOW && value < TAME_HIGH;
  }
}
