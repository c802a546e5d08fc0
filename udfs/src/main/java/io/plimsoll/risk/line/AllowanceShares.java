package io.plimsoll.risk.line;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Portfolio;
import java.util.Arrays;

/**
 * Shares the slack of one line out among its coordinates: {@code Σ |wᵢ|·δᵢ ≤ S}, and {@code δᵢ ∝
 * σᵢ·qᵢ}, so that each is as unlikely as the others to be used up.
 *
 * <p><b>Rounding.</b> The margin errs by no more than the assessment's bound ε; weights, values,
 * allowances and triggers err by a few units of the last place of what ε is made of, twenty times
 * less. What is shared is {@code S − 8·ε}. Where nothing is left of it the portfolio is on its very
 * line, and any change of its assets asks for a judgement. A weight that is left of a subtraction
 * (netting; a long against a short) may err by more than its last places. Where it may be of the
 * other sign it gets no allowance: its fall is worth less than ε, its rise is limited to a
 * doubling. Elsewhere its error is small beside ε as long as the price is not far above today's, so
 * its allowance is no more than a doubling either, however large the slack.
 *
 * <p>Mutable scratch.
 */
class AllowanceShares {

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /** Of the error bound, kept out of what is shared. */
  private static final double MARGIN_OF_BOUNDS = 8;

  /**
   * σ never counts as less. A stablecoin that hardly moved yet would get next to nothing, and its
   * first tick off the peg would fire everybody who owes it.
   */
  private static final double LEAST_VOLATILITY = 0.05;

  private final AssetTable assets;
  private final Coordinates coordinates;
  private final double[] volatility;

  /** Low is mid less a confidence that may be as large as mid. */
  private final boolean[] lowMayBeNegative;

  private int[] coordinate = new int[64];
  private double[] weight = new double[64];
  private double[] value = new double[64];
  private double[] spread = new double[64];
  private double[] reach = new double[64];
  private int count;

  private int[] limited = new int[8];
  private int limits;

  private Portfolio portfolio;
  private double usable;
  private double rounding;
  private double total;
  private int limit;

  AllowanceShares(AssetTable assets, Coordinates coordinates) {
    this.assets = assets;
    this.coordinates = coordinates;
    this.volatility = new double[assets.size()];
    this.lowMayBeNegative = new boolean[assets.size()];
    for (int asset = 0; asset < assets.size(); asset++) {
      volatility[asset] = assets.parameters(asset).loadFactor().referenceVolatility();
      lowMayBeNegative[asset] = assets.parameters(asset).guard().maxConfidence() > 1;
    }
  }

  void tellVolatility(int asset, double sigma) {
    volatility[asset] = sigma;
  }

  boolean lowMayBeNegative(int asset) {
    return lowMayBeNegative[asset];
  }

  /** Starts a line. */
  void begin(Portfolio judged, double slack, double errorBound) {
    portfolio = judged;
    usable = slack - MARGIN_OF_BOUNDS * errorBound;
    rounding = 8 * (judged.size() + 8) * UNIT_ROUNDOFF;
    count = 0;
    limits = 0;
    total = 0;
  }

  /** The price of the asset that must not double unseen, should one of its weights be rounding. */
  void limitDoubling(int asset, Price price) {
    limit = Coordinates.of(asset, price, Rate.NONE);
  }

  /**
   * Adds a coordinate to the line.
   *
   * @param w its weight
   * @param scale of what was subtracted to make the weight; 0 if nothing was
   */
  void add(int asset, Price price, Rate rate, double w, double scale) {
    if (Math.abs(w) <= rounding * scale) {
      addLimit(scale);
      return;
    }
    if (w == 0) {
      return;
    }
    if (count == coordinate.length) {
      grow();
    }
    int number = Coordinates.of(asset, price, rate);
    double q = coordinates.value(number);
    coordinate[count] = number;
    weight[count] = w;
    value[count] = q;
    spread[count] = Math.abs(q) * Math.max(volatility[asset], LEAST_VOLATILITY);
    reach[count] = scale > 0 ? Math.abs(q) : Double.MAX_VALUE;
    total += Math.abs(w) * spread[count];
    count++;
  }

  private void addLimit(double scale) {
    if (scale == 0 || (limits > 0 && limited[limits - 1] == limit)) {
      return;
    }
    if (limits == limited.length) {
      limited = Arrays.copyOf(limited, 2 * limits);
    }
    limited[limits++] = limit;
  }

  private void grow() {
    int length = 2 * coordinate.length;
    coordinate = Arrays.copyOf(coordinate, length);
    weight = Arrays.copyOf(weight, length);
    value = Arrays.copyOf(value, length);
    spread = Arrays.copyOf(spread, length);
    reach = Arrays.copyOf(reach, length);
  }

  /** Gives out the triggers of the line. */
  void issue(Triggers triggers) {
    // A total that is no number, or none to divide by, comes of an absurd volatility.
    if (!(usable > 0 && total < Double.MAX_VALUE)) {
      watchEverything(triggers);
      return;
    }
    double share = total > 0 ? Math.min(usable / total, Double.MAX_VALUE) : 0;
    for (int i = 0; i < count; i++) {
      double allowance = Math.min(share * spread[i], reach[i]);
      if (weight[i] < 0) {
        triggers.rise(coordinate[i], value[i] + allowance);
      } else {
        double trigger = value[i] - allowance;
        if (trigger > 0 || mayBeNegative(coordinate[i])) {
          triggers.fall(coordinate[i], trigger);
        } // else it may lose all it has
      }
    }
    for (int i = 0; i < limits; i++) {
      triggers.rise(limited[i], 2 * coordinates.value(limited[i]));
    }
  }

  private boolean mayBeNegative(int number) {
    return Coordinates.isOf(number, Price.LOW)
        && lowMayBeNegative(number / Coordinates.OF_ONE_ASSET);
  }

  /** Across the line, as after a restore with stricter parameters, its venue touches it too. */
  private void watchEverything(Triggers triggers) {
    triggers.venueChange();
    int last = AssetTable.UNKNOWN;
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      if (asset != last && assets.isMarked(asset)) {
        triggers.anyChange(asset);
        last = asset;
      }
    }
  }
}
