package io.plimsoll.risk.line;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.mark.MarkStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Moves of a market, from the last bit of a number to a thousandfold, and accounts they matter to.
 */
final class RandomMoves {

  /** Relative distances from a line. */
  private static final double[] DISTANCES = {0, 1e-17, 1e-15, 1e-14, 1e-12, 1e-6, 1e-4, 1e-3, 1e-2};

  private final SplittableRandom random;

  RandomMoves(SplittableRandom random) {
    this.random = random;
  }

  /** What an asset might be worth next; of one without a mark, its first. */
  Market.State next(Market market, String asset) {
    Market.State s = market.state(asset);
    if (!market.isMarked(asset)) {
      double mid = Math.pow(10, random.nextDouble(-2, 4));
      return new Market.State(MarkStatus.OK, mid * 0.99, mid, mid * 1.01, 1, 1, 1);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> times(s, 1 + 1e-4 * random.nextDouble(-10, 10));
      case 3 -> times(s, Math.pow(10, random.nextDouble(-1, 1)));
      case 4 -> times(s, Math.pow(10, random.nextInt(5) > 0 ? 0.1 : random.nextDouble(-3, 3)));
      case 5 -> lastBits(s);
      case 6 -> {
        double mid = s.mid();
        double width = mid * random.nextDouble(0, 0.05);
        yield new Market.State(s.status(), mid - width, mid, mid + width, s.x(), s.b(), s.g());
      }
      case 7 -> rates(s, stepped(s.x()), s.b(), s.g());
      case 8 -> rates(s, s.x(), stepped(s.b()), s.g());
      case 9 -> rates(s, s.x(), s.b(), loadFactor(s.g()));
      default ->
          new Market.State(
              s.isOk() ? MarkStatus.STALE : MarkStatus.OK,
              s.low(),
              s.mid(),
              s.high(),
              s.x(),
              s.b(),
              s.g());
    };
  }

  /** A tick of some basis points. */
  Market.State tick(Market.State s) {
    return times(s, 1 + 1e-4 * random.nextDouble(-3, 3));
  }

  private static Market.State times(Market.State s, double factor) {
    double mid = s.mid() * factor;
    if (!(mid > 1e-307 && mid < 1e307)) {
      return s;
    }
    double low = Math.min(mid, s.low() * factor);
    double high = Math.max(mid, s.high() * factor);
    return new Market.State(s.status(), low, mid, high, s.x(), s.b(), s.g());
  }

  private Market.State lastBits(Market.State s) {
    double mid = nextTo(s.mid());
    double low = Math.min(mid, nextTo(s.low()));
    double high = Math.max(mid, nextTo(s.high()));
    return switch (random.nextInt(4)) {
      case 0 -> rates(s, nextTo(s.x()), s.b(), s.g());
      case 1 -> rates(s, s.x(), nextTo(s.b()), s.g());
      case 2 -> rates(s, s.x(), s.b(), Math.min(1, nextTo(s.g())));
      default -> new Market.State(s.status(), low, mid, high, s.x(), s.b(), s.g());
    };
  }

  private double nextTo(double value) {
    return random.nextBoolean() ? Math.nextUp(value) : Math.nextDown(value);
  }

  private double stepped(double rate) {
    return switch (random.nextInt(4)) {
      case 0 -> rate * random.nextDouble(0.5, 2);
      case 1 -> rate * (1 + 1e-9);
      default -> rate * (1 + 1e-4 * random.nextDouble(-5, 5));
    };
  }

  private double loadFactor(double g) {
    double next = random.nextInt(4) > 0 ? g + random.nextDouble(-0.02, 0.02) : 1.0;
    return Math.max(0.05, Math.min(1, random.nextInt(10) > 0 ? next : random.nextDouble()));
  }

  private static Market.State rates(Market.State s, double x, double b, double g) {
    return new Market.State(s.status(), s.low(), s.mid(), s.high(), x, b, g);
  }

  /** The account with so much of one holding that it stands near, or on, one of its lines. */
  Account nearALine(Account account) {
    int i = random.nextInt(account.holdings().size());
    Sums sums = Sums.values()[random.nextInt(Sums.values().length)];
    Factor factor = factor(sums, account);
    BigDecimal amount = account.holdings().get(i).amount();
    double n = amount.doubleValue();
    double once = sums.margin(account.assess(), factor);
    double twice =
        sums.margin(with(account, i, amount.multiply(BigDecimal.valueOf(2))).assess(), factor);
    double root = n - once * n / (twice - once);
    double distance = DISTANCES[random.nextInt(DISTANCES.length)];
    double near = root * (random.nextBoolean() ? 1 + distance : 1 - distance);
    return near > 1e-17 && near < 1e19
        ? with(account, i, new BigDecimal(near, MathContext.DECIMAL64))
        : account;
  }

  private Factor factor(Sums sums, Account account) {
    BigDecimal h = account.market().levels().hysteresis();
    return switch (sums) {
      case PRUDENT ->
          random.nextBoolean()
              ? account.portfolio().callFactor()
              : account.portfolio().releaseFactor();
      case MID ->
          random.nextBoolean()
              ? Factor.of(BigDecimal.ONE.add(h))
              : Factor.of(account.market().levels().fullLiquidationBelow());
      case FAVOURABLE -> account.line();
      case EQUITY -> Factor.of(h);
      case FAVOURABLE_EQUITY -> Factor.ONE;
    };
  }

  private static Account with(Account account, int i, BigDecimal amount) {
    List<Holding> holdings = new ArrayList<>(account.holdings());
    Holding h = holdings.get(i);
    BigDecimal written = amount.setScale(18, RoundingMode.HALF_UP);
    holdings.set(i, new Holding(h.venue(), h.asset(), h.kind(), written, h.entryPriceUsd()));
    return account.with(holdings);
  }
}
