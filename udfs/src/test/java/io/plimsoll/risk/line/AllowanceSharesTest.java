package io.plimsoll.risk.line;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How the slack of a safe account is shared: two collaterals against two debts, called below 1.1.
 */
class AllowanceSharesTest {

  private static final String C = "1.1";
  private static final String[] NAMES = {"A", "B", "D", "E"};
  private static final String[] THRESHOLDS = {"0.8", "0.55", "0", "0"};
  private static final String[] BORROW_FACTORS = {"1", "1", "1", "0.7"};
  private static final double[] VOLATILITY = {0.9, 0.4, 0.6, 0.07};

  private final SplittableRandom random = Seeds.random();
  private final Market market =
      Market.of(
          asset("A").collateralAt(THRESHOLDS[0]),
          asset("B").collateralAt(THRESHOLDS[1]),
          asset("D"),
          asset("E").borrowFactor(BORROW_FACTORS[3]));
  private final Coordinates coordinates = new Coordinates(market.table());
  private final Lines lines = new Lines(market.table(), coordinates, market.levels());
  private final String[] amounts = new String[4];

  private Account account;

  /** By asset: the coordinate watched and its trigger. */
  private final Map<Integer, Double> triggers = new TreeMap<>();

  /** Prudent health factor about that given. */
  private void open(double healthFactor) {
    double weighted = 0;
    for (int i = 0; i < 4; i++) {
      double price = Math.pow(10, random.nextDouble(-3, 4));
      market.mark(NAMES[i], price * 0.999, price, price * 1.001);
      double value = 1_000 * (1 + random.nextDouble());
      if (i > 1) {
        double share = i == 2 ? 0.5 : 0.5 * Double.parseDouble(BORROW_FACTORS[3]);
        value = weighted * share / healthFactor * (0.999 / 1.001);
      } else {
        weighted += value * Double.parseDouble(THRESHOLDS[i]);
      }
      amounts[i] = BigDecimal.valueOf(value / price).toPlainString();
      lines.tellVolatility(i, VOLATILITY[i]);
      coordinates.update(i);
    }
    account =
        market
            .account()
            .collateral("A", amounts[0])
            .collateral("B", amounts[1])
            .debt("D", amounts[2])
            .debt("E", amounts[3]);
    triggers.clear();
    lines.of(Standing.NEW, account.assess(), new ByAsset());
  }

  private double now(int i) {
    return i < 2 ? market.state(NAMES[i]).low() : market.state(NAMES[i]).high();
  }

  private double allowance(int i) {
    return Math.abs(triggers.get(i) - now(i));
  }

  /** Σ |w|·δ, without rounding. */
  private Fraction spent() {
    Fraction spent = Fraction.ZERO;
    for (int i = 0; i < 4; i++) {
      Fraction weight =
          i < 2
              ? Fraction.of(amounts[i]).times(Fraction.of(THRESHOLDS[i]))
              : Fraction.of(amounts[i]).times(Fraction.of(C)).over(Fraction.of(BORROW_FACTORS[i]));
      spent =
          spent.plus(weight.times(Fraction.of(triggers.get(i)).minus(Fraction.of(now(i))).abs()));
    }
    return spent;
  }

  private Fraction slack() {
    return account.recomputed().prudent().margin(Fraction.of(C));
  }

  @Nested
  class EachCoordinate {

    @Test
    void getsAnAllowanceInProportionToItsVolatilityAndValue() {
      for (int round = 0; round < 500; round++) {
        open(1.11 + random.nextDouble() / 3);
        double first = allowance(0) / (VOLATILITY[0] * now(0));
        for (int i = 1; i < 4; i++) {
          assertThat(allowance(i) / (VOLATILITY[i] * now(i)) / first)
              .as("%s, %s", Seeds.round(round), NAMES[i])
              .isCloseTo(1, within(1e-9));
        }
      }
    }

    @Test
    void countsAsSomewhatVolatileThoughItHardlyMoved() {
      for (double still : new double[] {0, 0.001}) {
        open(1.3);
        lines.tellVolatility(3, still);
        lines.of(Standing.NEW, account.assess(), new ByAsset());
        double share = allowance(0) / (VOLATILITY[0] * now(0));
        assertThat(allowance(3) / (0.05 * now(3)) / share).isCloseTo(1, within(1e-9));
      }
    }

    @Test
    void ofACollateralThatIsNotNeededIsNotWatched() {
      market.mark("A", 1).mark("B", 1).mark("D", 1);
      account = market.account().collateral("A", "5").collateral("B", "900").debt("D", "100");
      for (int asset = 0; asset < 4; asset++) {
        coordinates.update(asset);
        lines.tellVolatility(asset, VOLATILITY[asset]);
      }
      lines.of(Standing.NEW, account.assess(), new ByAsset());
      assertThat(triggers.keySet()).containsExactly(1, 2);
    }
  }

  @Nested
  class TogetherTheyMayMove {

    @Test
    void byTheSlackAndHardlyLess() {
      for (int round = 0; round < 500; round++) {
        open(1.1 + Math.pow(10, random.nextDouble(-6, -0.5)));
        assertThat(spent()).as(Seeds.round(round)).isLessThanOrEqualTo(slack());
        assertThat(spent())
            .as(Seeds.round(round))
            .isGreaterThan(slack().times(Fraction.of("0.999")));
      }
    }

    @Test
    void untilAllAreUsedUpAndNotAHundredthMore() {
      for (int round = 0; round < 200; round++) {
        open(1.11 + random.nextDouble() / 3);
        assertThat(afterAllUsed(1)).as(Seeds.round(round)).isEqualTo(Level.SAFE);
        assertThat(afterAllUsed(1.01)).as(Seeds.round(round)).isEqualTo(Level.MARGIN_CALL);
      }
    }

    private Level afterAllUsed(double share) {
      Market.State[] before = new Market.State[4];
      double[] at = new double[4];
      for (int i = 0; i < 4; i++) {
        before[i] = market.state(NAMES[i]);
        at[i] = now(i) + share * (triggers.get(i) - now(i));
      }
      for (int i = 0; i < 4; i++) {
        market.mark(NAMES[i], at[i]);
      }
      Level level = account.levelFrom(Level.SAFE);
      for (int i = 0; i < 4; i++) {
        market.put(NAMES[i], before[i]);
      }
      return level;
    }
  }

  /** Takes the triggers of a safe account: falls of collateral and rises of debt. */
  private final class ByAsset implements Triggers {

    @Override
    public void fall(int coordinate, double trigger) {
      put(coordinate, trigger, trigger < coordinates.value(coordinate));
    }

    @Override
    public void rise(int coordinate, double trigger) {
      put(coordinate, trigger, trigger > coordinates.value(coordinate));
    }

    private void put(int coordinate, double trigger, boolean ahead) {
      assertThat(ahead).isTrue();
      triggers.put(coordinate / Coordinates.OF_ONE_ASSET, trigger);
    }

    @Override
    public void anyChange(int asset) {
      throw new AssertionError("not on its line");
    }

    @Override
    public void rateChange(int asset) {
      throw new AssertionError("not netted");
    }

    @Override
    public void venueChange() {
      throw new AssertionError("safe");
    }
  }
}
