package io.plimsoll.risk;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.mark.MarkStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Markets and accounts that nobody would think of. */
public final class RandomMarkets {

  /** How far from the everyday the numbers are. */
  public enum Numbers {
    /** Prices from a millionth to a million, amounts from a thousandth to ten thousand. */
    EVERYDAY,
    /** Prices over the whole range of doubles, amounts over all of decimal(38,18). */
    UNTAMED
  }

  private static final List<String> VENUES = List.of("aave", "compound", "main");
  private static final int CATEGORY_SHARE = 3;

  private final SplittableRandom random;
  private final Numbers numbers;

  public RandomMarkets(SplittableRandom random, Numbers numbers) {
    this.random = random;
    this.numbers = numbers;
  }

  /** Two to six assets, most of them marked, most of those OK. */
  public Market market() {
    int n = 2 + random.nextInt(5);
    Asset[] assets = new Asset[n];
    for (int i = 0; i < n; i++) {
      assets[i] =
          Asset.asset(name(i))
              .collateralAt(chance(0.15) ? "0" : decimal(0.3, 0.9))
              .bonus(decimal(0, 0.11))
              .protocolFee(decimal(0, 1))
              .borrowFactor(chance(0.5) ? "1" : decimal(0.3, 1))
              .maintenance(decimal(0, 0.3))
              .maintenanceMax(decimal(0.1, 1))
              .hedgeHaircut(decimal(0, 0.1))
              .closingFee(decimal(0, 0.01))
              .doubt(chance(0.2) ? decimal(1, 10) : decimal(0, 1));
    }
    Market market = Market.of(assets).category("twins").dust(decimal(0, 200));
    for (int i = 0; i < n; i++) {
      if (!chance(0.1)) {
        market.put(name(i), state());
      }
      if (chance(0.5)) {
        market.lists("twins", name(i), decimal(0.3, 0.9), decimal(0, 0.1));
      }
    }
    return market;
  }

  private Market.State state() {
    double mid = price();
    double width = chance(0.5) ? 0 : mid * 0.05 * random.nextDouble();
    return new Market.State(
        chance(0.75) ? MarkStatus.OK : MarkStatus.DISPUTED,
        mid - width,
        mid,
        mid + width,
        chance(0.5) ? 1 : 0.5 + random.nextDouble(),
        chance(0.5) ? 1 : 1 + random.nextDouble(),
        chance(0.5) ? 1 : 0.5 + random.nextDouble() / 2);
  }

  /** Up to eight holdings under distinct keys, in every mode. */
  public Account account(Market market) {
    Account account = market.account();
    boolean lending = random.nextInt(CATEGORY_SHARE) == 0;
    if (lending) {
      account.category("twins");
    } else if (chance(0.5)) {
      account.netted();
    }
    if (chance(0.2)) {
      account.inGrace("0.95");
    }
    int n = 1 + random.nextInt(8);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Holding holding = holding(market, lending);
      String key = holding.venue() + "|" + holding.asset() + "|" + holding.kind();
      if (!taken.contains(key)) {
        taken.add(key);
        account.holds(holding);
      }
    }
    if (chance(0.2)) {
      account.cash(cash(market, account.holdings().get(0)));
    }
    return account;
  }

  /** As large as a holding at most, of either sign. */
  private BigDecimal cash(Market market, Holding beside) {
    double mid = market.isMarked(beside.asset()) ? market.state(beside.asset()).mid() : 1;
    return beside.amount().multiply(new BigDecimal(mid * between(-1, 1)));
  }

  private Holding holding(Market market, boolean lending) {
    String asset = name(random.nextInt(market.table().size()));
    Kind kind = Kind.values()[random.nextInt(lending ? 2 : 4)];
    double mid = market.isMarked(asset) ? market.state(asset).mid() : 1;
    return new Holding(
        VENUES.get(random.nextInt(VENUES.size())),
        asset,
        kind,
        amount(mid),
        kind.isPerpetual() ? entryPrice(mid) : BigDecimal.ZERO);
  }

  private double price() {
    double exponent =
        numbers == Numbers.EVERYDAY ? between(-6, 6) : chance(0.5) ? between(-300, 300) : 0;
    return Math.pow(10, exponent) * (1 + random.nextDouble());
  }

  /** In everyday numbers, worth some thousand dollars, so that holdings weigh against another. */
  private BigDecimal amount(double mid) {
    if (numbers == Numbers.UNTAMED) {
      int digits = 1 + random.nextInt(38);
      BigInteger whole = BigInteger.valueOf(1 + random.nextInt(9));
      for (int i = 1; i < digits; i++) {
        whole = whole.multiply(BigInteger.TEN).add(BigInteger.valueOf(random.nextInt(10)));
      }
      return new BigDecimal(whole, 18);
    }
    return decimals(Math.pow(10, between(1, 5)) / mid);
  }

  private BigDecimal entryPrice(double mid) {
    return numbers == Numbers.UNTAMED ? amount(mid) : decimals(mid * between(0.8, 1.25));
  }

  private BigDecimal decimals(double value) {
    return new BigDecimal(value, MathContext.DECIMAL64)
        .setScale(18, RoundingMode.HALF_UP)
        .max(new BigDecimal("1e-18"));
  }

  private String decimal(double from, double to) {
    int digits = 1 + random.nextInt(12);
    return new BigDecimal(between(from, to))
        .setScale(digits, RoundingMode.HALF_UP)
        .max(new BigDecimal("0.1").min(new BigDecimal(from).setScale(12, RoundingMode.UP)))
        .toPlainString();
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private static String name(int i) {
    return String.valueOf((char) ('A' + i));
  }
}
