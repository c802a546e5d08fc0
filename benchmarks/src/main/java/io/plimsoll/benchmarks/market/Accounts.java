package io.plimsoll.benchmarks.market;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The accounts, each a function of (seed, index): spot loans, mostly of a stablecoin against
 * volatile collateral, a tenth of them with a second debt.
 *
 * <p>Health factors start at 1.101 times the exponential of an exponential variable of mean 0.5:
 * all above the margin call of 1.10, densest next to it, and some so near that minutes bring
 * events.
 */
public final class Accounts {

  static final double LOWEST_HEALTH_FACTOR = 1.101;
  static final double MEAN_LOG_DISTANCE = 0.5;

  private static final String VENUE = "main";
  private static final double STABLE_DEBT = 0.8;
  private static final double STABLE_COLLATERAL = 0.1;
  private static final double SECOND_DEBT = 0.1;
  private static final double MEDIAN_COLLATERAL_USD = 10_000;
  private static final double LOG_SIZE_DEVIATION = 1.5;
  private static final int AMOUNT_DIGITS = 10;
  private static final long MIXER = 0x9e37_79b9_7f4a_7c15L;

  private final Market market;

  public Accounts(Market market) {
    this.market = market;
  }

  /** One account. */
  public Account account(int index) {
    MarketSpec spec = market.spec();
    SplittableRandom random = new SplittableRandom(spec.seed() * MIXER + index);
    int count = random.nextInt(spec.minHoldings(), spec.maxHoldings() + 1);
    int debts = count > 2 && random.nextDouble() < SECOND_DEBT ? 2 : 1;
    int[] assets = distinct(count, debts, random);
    double size = MEDIAN_COLLATERAL_USD * Math.exp(LOG_SIZE_DEVIATION * random.nextGaussian());
    double logDistance = -MEAN_LOG_DISTANCE * Math.log1p(-random.nextDouble());
    double healthFactor = LOWEST_HEALTH_FACTOR * Math.exp(logDistance);

    List<Holding> holdings = new ArrayList<>(count);
    double weighted = 0; // A, from the amounts as they are rounded
    double[] shares = shares(count - debts, random);
    for (int i = debts; i < count; i++) {
      Asset asset = market.assets().get(assets[i]);
      // Rounded up, so that rounding never brings an account nearer to its line.
      BigDecimal amount = amount(size * shares[i - debts] / asset.firstPrice(), RoundingMode.UP);
      weighted += amount.doubleValue() * asset.firstPrice() * asset.threshold().doubleValue();
      holdings.add(new Holding(VENUE, asset.name(), Kind.COLLATERAL, amount, BigDecimal.ZERO));
    }
    double[] owed = shares(debts, random);
    for (int i = 0; i < debts; i++) {
      Asset asset = market.assets().get(assets[i]);
      double value = weighted / healthFactor * owed[i];
      BigDecimal amount =
          amount(value / asset.firstPrice(), RoundingMode.DOWN)
              .max(BigDecimal.ONE.movePointLeft(AMOUNT_DIGITS));
      holdings.add(new Holding(VENUE, asset.name(), Kind.DEBT, amount, BigDecimal.ZERO));
    }
    return new Account(index, List.copyOf(holdings));
  }

  /** Debts first; no asset twice. */
  private int[] distinct(int count, int debts, SplittableRandom random) {
    int[] assets = new int[count];
    for (int i = 0; i < count; ) {
      boolean stable = random.nextDouble() < (i < debts ? STABLE_DEBT : STABLE_COLLATERAL);
      int drawn =
          stable
              ? random.nextInt(market.stablecoins())
              : random.nextInt(market.stablecoins(), market.assets().size());
      boolean fresh = true;
      for (int j = 0; j < i; j++) {
        fresh &= assets[j] != drawn;
      }
      if (fresh) {
        assets[i++] = drawn;
      }
    }
    return assets;
  }

  private static double[] shares(int count, SplittableRandom random) {
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = 0.1 + random.nextDouble(); // none is a speck
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static BigDecimal amount(double units, RoundingMode rounding) {
    return new BigDecimal(units).setScale(AMOUNT_DIGITS, rounding);
  }
}
