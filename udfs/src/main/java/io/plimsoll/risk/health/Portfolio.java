package io.plimsoll.risk.health;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The holdings that are judged together, ready for the judge: what counts, grouped by asset, with
 * the thresholds that hold for this account (risk model §5). Immutable.
 *
 * <p>Built when holdings or settings change, not when prices do. The double arrays run parallel to
 * {@link #holdings}, which are sorted by asset, venue and kind.
 */
public final class Portfolio {

  private final List<Holding> holdings;
  private final boolean netted;
  private final boolean categoryInForce;
  private final Factor callFactor;
  private final Factor releaseFactor;
  private final BigDecimal cashUsd;

  /** {@link #cashUsd}, within two roundings. */
  final double cash;

  final int[] asset;
  final Kind[] kind;
  final double[] amount;
  final double[] entryValue;

  /** LT of a collateral, as a decimal and a double; whether the load factor applies to it. */
  final BigDecimal[] threshold;

  final double[] thresholdApprox;
  final boolean[] thresholdMoves;
  final BigDecimal[] bonus;
  final double[] borrowFactor;

  private Portfolio(
      List<Holding> holdings,
      BigDecimal cashUsd,
      Settings settings,
      Category category,
      boolean categoryInForce,
      AssetTable assets,
      RiskParameters parameters) {
    this.cashUsd = cashUsd;
    this.cash = approximately(cashUsd);
    this.netted = settings.mode() == Mode.NETTED;
    this.categoryInForce = categoryInForce;
    BigDecimal marginCall = marginCall(settings, category, categoryInForce, parameters);
    this.callFactor = Factor.of(marginCall);
    this.releaseFactor = Factor.of(marginCall.add(parameters.levels().hysteresis()));
    List<Holding> counted = new ArrayList<>(holdings.size());
    for (Holding holding : holdings) {
      if (holding.kind() != Kind.COLLATERAL
          || threshold(holding.asset(), category, categoryInForce, parameters).signum() > 0) {
        counted.add(holding);
      }
    }
    counted.sort(Portfolio::byAssetVenueKind);
    this.holdings = List.copyOf(counted);
    int n = counted.size();
    asset = new int[n];
    kind = new Kind[n];
    amount = new double[n];
    entryValue = new double[n];
    threshold = new BigDecimal[n];
    thresholdApprox = new double[n];
    thresholdMoves = new boolean[n];
    bonus = new BigDecimal[n];
    borrowFactor = new double[n];
    for (int i = 0; i < n; i++) {
      Holding holding = counted.get(i);
      boolean listed = categoryInForce && category.lists(holding.asset());
      asset[i] = assets.id(holding.asset());
      kind[i] = holding.kind();
      amount[i] = approximately(holding.amount());
      entryValue[i] = approximately(holding.entryValueUsd());
      threshold[i] = threshold(holding.asset(), category, categoryInForce, parameters);
      thresholdApprox[i] = threshold[i].doubleValue();
      thresholdMoves[i] = !listed;
      bonus[i] =
          listed
              ? category.assets().get(holding.asset()).bonus()
              : parameters.asset(holding.asset()).margin().bonus();
      borrowFactor[i] = parameters.asset(holding.asset()).margin().borrowFactor().doubleValue();
    }
  }

  /**
   * Prepares holdings for the judge.
   *
   * @param held what the account holds, amounts above 0, of assets with parameters; for an ISOLATED
   *     account, what it holds at one venue
   */
  public static Portfolio of(
      Collection<Holding> held, Settings settings, AssetTable assets, RiskParameters parameters) {
    return of(held, BigDecimal.ZERO, settings, assets, parameters);
  }

  /**
   * Prepares holdings and cash for the judge.
   *
   * @param held as above
   * @param cashUsd what perpetuals closed on paper have left, below 0 for a loss; counts in A and E
   */
  public static Portfolio of(
      Collection<Holding> held,
      BigDecimal cashUsd,
      Settings settings,
      AssetTable assets,
      RiskParameters parameters) {
    List<Holding> holdings = List.copyOf(held);
    Category category = parameters.categories().getOrDefault(settings.category(), NONE);
    boolean inForce =
        parameters.categories().containsKey(settings.category()) && inForce(holdings, category);
    return new Portfolio(holdings, cashUsd, settings, category, inForce, assets, parameters);
  }

  /**
   * A decimal of any length as a double, within two roundings: {@link BigDecimal#doubleValue} takes
   * a microsecond to be within one, by way of a text.
   */
  private static double approximately(BigDecimal value) {
    int scale = value.scale();
    return scale >= 0 && scale < POWERS_OF_TEN.length
        ? value.unscaledValue().doubleValue() / POWERS_OF_TEN[scale]
        : value.doubleValue();
  }

  /** All that are doubles without rounding. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final Category NONE =
      new Category("", Category.GLOBAL_MARGIN_CALL, java.util.Map.of());

  /** No perpetual, and every debt in an asset that the category lists. */
  private static boolean inForce(List<Holding> holdings, Category category) {
    for (Holding holding : holdings) {
      if (holding.kind().isPerpetual()
          || (holding.kind() == Kind.DEBT && !category.lists(holding.asset()))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal threshold(
      String asset, Category category, boolean inForce, RiskParameters parameters) {
    return inForce && category.lists(asset)
        ? category.assets().get(asset).liquidationThreshold()
        : parameters.asset(asset).margin().liquidationThreshold();
  }

  private static BigDecimal marginCall(
      Settings settings, Category category, boolean inForce, RiskParameters parameters) {
    if (settings.hasMarginCall()) {
      return settings.marginCall();
    }
    return inForce && category.hasMarginCall()
        ? category.marginCall()
        : parameters.levels().marginCall();
  }

  private static int byAssetVenueKind(Holding a, Holding b) {
    int byAsset = CodePoints.compare(a.asset(), b.asset());
    if (byAsset != 0) {
      return byAsset;
    }
    int byVenue = CodePoints.compare(a.venue(), b.venue());
    return byVenue != 0 ? byVenue : a.kind().compareTo(b.kind());
  }

  /** What counts, sorted by asset, venue and kind. */
  public List<Holding> holdings() {
    return holdings;
  }

  public int size() {
    return asset.length;
  }

  /** Whether there is nothing to judge: neither a holding that counts nor cash. */
  public boolean isEmpty() {
    return asset.length == 0 && cashUsd.signum() == 0;
  }

  /** What perpetuals closed on paper have left, exact; below 0 for a loss. */
  public BigDecimal cashUsd() {
    return cashUsd;
  }

  /** The asset of a counted holding. */
  public int asset(int i) {
    return asset[i];
  }

  /** Where the holdings of an asset end that begin at an index: one after their last. */
  public int endOfAsset(int start) {
    int end = start + 1;
    while (end < asset.length && asset[end] == asset[start]) {
      end++;
    }
    return end;
  }

  /** How a counted holding counts. */
  public Kind kind(int i) {
    return kind[i];
  }

  /** Amount of a counted holding, within two roundings of a double. */
  public double amount(int i) {
    return amount[i];
  }

  /** LT of a counted collateral at load factor 1, nearest double. */
  public double threshold(int i) {
    return thresholdApprox[i];
  }

  /** Whether the load factor applies to a counted collateral's threshold. */
  public boolean thresholdMoves(int i) {
    return thresholdMoves[i];
  }

  /** Of a counted holding's asset, nearest double. */
  public double borrowFactor(int i) {
    return borrowFactor[i];
  }

  /** β of a collateral, for this account. */
  public BigDecimal bonus(int i) {
    return bonus[i];
  }

  /** A counted holding of an asset and kind, which there is. */
  public int indexOf(int ofAsset, Kind ofKind) {
    for (int i = 0; i < asset.length; i++) {
      if (asset[i] == ofAsset && kind[i] == ofKind) {
        return i;
      }
    }
    throw new IllegalStateException("no " + ofKind + " of asset " + ofAsset);
  }

  public boolean isNetted() {
    return netted;
  }

  public boolean isCategoryInForce() {
    return categoryInForce;
  }

  /** c, the health factor below which this portfolio is called. */
  public Factor callFactor() {
    return callFactor;
  }

  /** c + h, at which a call is released. */
  public Factor releaseFactor() {
    return releaseFactor;
  }
}
