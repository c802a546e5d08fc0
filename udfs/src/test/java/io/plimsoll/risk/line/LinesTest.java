package io.plimsoll.risk.line;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.mark.MarkStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the triggers bound an account: whoever has not fired stands exactly as he stood, and no
 * event is due. On a real price wheel, moved as a stage moves it.
 */
class LinesTest {

  private static final Factor GRACE = Factor.of(new BigDecimal("0.95"));

  private final SplittableRandom random = Seeds.random();

  /** Any standing; after a judgement only such as can be. */
  private Standing anyStanding() {
    return new Standing(
        Level.values()[random.nextInt(4)],
        random.nextBoolean(),
        random.nextInt(3) > 0,
        random.nextInt(4) == 0);
  }

  private static String name(Market market, int asset) {
    return market.table().name(asset);
  }

  @Nested
  class AnyMarket {

    private final RandomMoves moves = new RandomMoves(random);

    @ParameterizedTest
    @EnumSource(Numbers.class)
    void missesNobodyWhateverMoves(Numbers numbers) {
      RandomMarkets markets = new RandomMarkets(random, numbers);
      boolean everyday = numbers == Numbers.EVERYDAY;
      long judged = 0;
      long changed = 0;
      for (int round = 0; round < (everyday ? 150 : 40); round++) {
        Market market = markets.market();
        WatchedMarket watched = new WatchedMarket(market);
        for (int i = 0; i < 12; i++) {
          Account account = markets.account(market);
          watched.open(i % 3 > 0 ? moves.nearALine(account) : account, anyStanding());
        }
        for (int instant = 0; instant < (everyday ? 40 : 12); instant++) {
          move(watched, market);
          watched.settle(Seeds.round(round) + ", instant " + instant);
        }
        judged += watched.judged();
        changed += watched.changed();
      }
      assertThat(changed).as("of " + judged).isGreaterThan(everyday ? 500 : 30);
    }

    private void move(WatchedMarket watched, Market market) {
      if (random.nextInt(12) == 0) {
        watched.grace(random.nextBoolean() ? Factor.ONE : GRACE);
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        String asset = name(market, random.nextInt(market.table().size()));
        watched.put(asset, moves.next(market, asset));
      }
    }

    /** Accounts as they come, ticks of up to three basis points. */
    @Test
    void judgesFewWhileItTicks() {
      RandomMarkets markets = new RandomMarkets(random, Numbers.EVERYDAY);
      long judged = 0;
      long held = 0;
      for (int round = 0; round < 10; round++) {
        Market market = markets.market();
        WatchedMarket watched = new WatchedMarket(market);
        for (int i = 0; i < 50; i++) {
          watched.open(markets.account(market), Standing.NEW);
        }
        for (int tick = 0; tick < 300; tick++) {
          String asset = name(market, random.nextInt(market.table().size()));
          if (market.isMarked(asset)) {
            watched.put(asset, moves.tick(market.state(asset)));
            watched.settle(Seeds.round(round) + ", tick " + tick);
            held += watched.size();
          }
        }
        judged += watched.judged();
      }
      assertThat((double) judged / held).as("share judged").isLessThan(0.005);
    }
  }

  @Nested
  class OnTheVeryLine {

    /** Collateral at half and a debt: at health factor 1.1, to the last digit. */
    private final Market market = Market.of(asset("C").collateralAt("0.5"), asset("D"));

    private Account onTheLine() {
      return market.account().collateral("C", "220").debt("D", "100");
    }

    @Test
    void aBitOfAPriceFires() {
      market.mark("C", 1.1).mark("D", 1.1);
      WatchedMarket watched = new WatchedMarket(market);
      int ann = watched.open(onTheLine(), Standing.NEW);
      double less = Math.nextDown(1.1);
      watched.put("C", new Market.State(MarkStatus.OK, less, less, less, 1, 1, 1));
      assertThat(watched.isDue(ann)).isTrue();
      assertThat(watched.isChanged(ann)).isTrue();
    }

    /** A rate moves by its last bit and no product of it by any: only exact arithmetic can see. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "b", "g"})
    void aBitOfARateThatNoProductShowsFires(String rate) {
      int unseen = 0;
      for (int round = 0; round < 1_000; round++) {
        double price = 1 + random.nextDouble();
        double r = rate.equals("g") ? 0.5 + random.nextDouble() / 2 : 0.5 + random.nextDouble();
        double worse = rate.equals("b") ? Math.nextUp(r) : Math.nextDown(r);
        if (r * price != worse * price) {
          continue;
        }
        // The same double on both sides, so that it cancels.
        double mid = 1.25;
        Market both = Market.of(asset("C").collateralAt("0.5"), asset("D"), asset("E"));
        Market.State c = state(price, rate.equals("x") ? r : 1, 1, rate.equals("g") ? r : 1);
        Market.State d = state(price, 1, rate.equals("b") ? r : 1, 1);
        both.put("C", c).put("D", d).mark("E", mid);
        Account account = both.account().collateral("C", "220").debt("D", "100");
        BigDecimal exact = new BigDecimal(r);
        account =
            rate.equals("b")
                ? both.account()
                    .collateral("C", new BigDecimal("220").multiply(exact).toPlainString())
                    .debt("D", "100")
                : both.account()
                    .collateral("C", "220")
                    .debt("D", new BigDecimal("100").multiply(exact).toPlainString());
        WatchedMarket watched = new WatchedMarket(both);
        int ann = watched.open(account, Standing.NEW);
        assertThat(watched.level(ann)).isEqualTo(Level.SAFE);
        if (rate.equals("b")) {
          watched.put("D", state(price, 1, worse, 1));
        } else {
          watched.put(
              "C", state(price, rate.equals("x") ? worse : 1, 1, rate.equals("g") ? worse : 1));
        }
        assertThat(watched.isChanged(ann)).as(Seeds.round(round)).isTrue();
        assertThat(watched.isDue(ann)).as(Seeds.round(round)).isTrue();
        unseen++;
      }
      assertThat(unseen).isGreaterThan(50);
    }

    private Market.State state(double price, double x, double b, double g) {
      return new Market.State(MarkStatus.OK, price, price, price, x, b, g);
    }
  }

  @Nested
  class WhatIsLeftOfASubtraction {

    /**
     * A long and a short of ten billion cancel to 0.0003 of a unit, which the doubles know to one
     * part in six hundred. With all the slack given to it, the price may rise a hundred billionfold
     * before full liquidation: to 2.1417e11, by the doubles to 2.1456e11.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2, 2.14e11, 2.142e11, 2.145e11, 2.15e11})
    void isNotTrustedFarFromWhereItWasMade(double price) {
      assertThat(isBelowFull("10000000000.0003", price)).isEqualTo(price > 2.1417e11);
    }

    /** Of what cancels to half a millionth the doubles know nothing at all. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 1.28e14, 1.29e14})
    void isNotTakenForNothingHoweverFarThePriceMoves(double price) {
      assertThat(10_000_000_000.0000005).isEqualTo(10_000_000_000.0);
      assertThat(isBelowFull("10000000000.0000005", price)).isEqualTo(price > 1.285e14);
    }

    private boolean isBelowFull(String shorted, double price) {
      Market market = Market.of(asset("A").maintenance("0"), asset("B"));
      Account account =
          market
              .mark("A", 1)
              .mark("B", 1)
              .account()
              .longOf("A", "10000000000", "1")
              .shortOf("A", shorted, "1.1")
              .debt("B", "985000000");
      WatchedMarket watched = new WatchedMarket(market);
      watched.lines().tellVolatility(market.table().id("A"), 1e30);
      int ann = watched.open(account, new Standing(Level.INSOLVENT, false, true, false));
      assertThat(watched.level(ann)).as("equity 0.015 of the debt").isEqualTo(Level.INSOLVENT);
      watched.put("A", new Market.State(MarkStatus.OK, price, price, price, 1, 1, 1));
      watched.settle("at " + price);
      return watched.changed() > 0;
    }
  }

  @Nested
  class ALowBelowNothing {

    /** By its volatility the collateral may lose more than it has; here it can. */
    @Test
    void isWatchedForWhereAConfidenceMayBeLargerThanThePrice() {
      Market market =
          Market.of(
              asset("A").collateralAt("0.8").maxConfidence(5),
              asset("B").collateralAt("0.8"),
              asset("D"));
      market.mark("A", 100).mark("B", 1).mark("D", 1);
      WatchedMarket watched = new WatchedMarket(market);
      watched.lines().tellVolatility(0, 2);
      watched.lines().tellVolatility(1, 0.1);
      watched.lines().tellVolatility(2, 0.1);
      int ann =
          watched.open(
              market.account().collateral("A", "5").collateral("B", "1000").debt("D", "100"),
              Standing.NEW);
      watched.put("A", new Market.State(MarkStatus.OK, 1, 100, 199, 1, 1, 1));
      assertThat(watched.isDue(ann)).as("it may").isFalse();
      watched.put("A", new Market.State(MarkStatus.OK, -200, 100, 400, 1, 1, 1));
      watched.settle("low below 0");
      assertThat(watched.level(ann)).isEqualTo(Level.MARGIN_CALL);
    }
  }

  @Nested
  class AVolatility {

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN, 1e308, Double.MAX_VALUE, 0})
    void thatIsAbsurdLosesNoTrigger(double sigma) {
      Market market = Market.of(asset("C").collateralAt("0.5"), asset("D"));
      market.mark("C", 10).mark("D", 1);
      WatchedMarket watched = new WatchedMarket(market);
      watched.lines().tellVolatility(market.table().id("C"), sigma);
      int ann =
          watched.open(market.account().collateral("C", "100").debt("D", "100"), Standing.NEW);
      watched.put("C", new Market.State(MarkStatus.OK, 0.9, 0.9, 0.9, 1, 1, 1));
      watched.settle("volatility " + sigma);
      assertThat(watched.level(ann)).isEqualTo(Level.INSOLVENT);
    }
  }

  @Nested
  class AnAccountWithoutDebt {

    private final List<String> triggers = new ArrayList<>();

    private void watch(Account account) {
      new Lines(
              account.market().table(),
              new Coordinates(account.market().table()),
              account.market().levels())
          .of(Standing.NEW, account.assess(), new Listed(triggers));
    }

    @Test
    void costsNothing() {
      Market market =
          Market.of(
                  asset("A").collateralAt("0.8"),
                  asset("B").collateralAt("0.3"),
                  asset("N").collateralAt("0.5"))
              .mark("A", 99, 100, 101)
              .mark("B", 3)
              .category("twins")
              .lists("twins", "B", "0.9", "0");
      Lines lines = new Lines(market.table(), new Coordinates(market.table()), market.levels());
      lines.tellVolatility(0, 2);
      List<Account> accounts =
          List.of(
              market.account(),
              market.account().collateral("A", "5"),
              market.account().collateral("A", "5").collateral("B", "700"),
              market.account().collateral("A", "5").collateral("B", "700").netted(),
              market.account().collateral("A", "5").collateral("B", "700").category("twins"),
              market.account().collateral("A", "5").collateral("N", "1"),
              market.account().collateral("N", "1"));
      for (Account account : accounts) {
        lines.of(Standing.NEW, account.assess(), new Listed(triggers));
        assertThat(triggers).as(account.holdings().toString()).isEmpty();
      }
    }

    /** Its low may be less than nothing. */
    @Test
    void isWatchedWhereAConfidenceMayBeAsLargeAsThePrice() {
      Market market = Market.of(asset("A").collateralAt("0.8").maxConfidence(1.5)).mark("A", 100);
      WatchedMarket watched = new WatchedMarket(market);
      int ann = watched.open(market.account().collateral("A", "5"), Standing.NEW);
      watched.put("A", new Market.State(MarkStatus.OK, 1, 100, 199, 1, 1, 1));
      watched.settle("low above 0");
      watched.put("A", new Market.State(MarkStatus.OK, -40, 100, 240, 1, 1, 1));
      watched.settle("low below 0");
      assertThat(watched.level(ann)).isEqualTo(Level.MARGIN_CALL);
      watched.put("A", new Market.State(MarkStatus.OK, 1, 100, 199, 1, 1, 1));
      watched.settle("low above 0 again");
      assertThat(watched.level(ann)).isEqualTo(Level.SAFE);
    }

    @Test
    void isWatchedOnceItOwes() {
      Market market = Market.of(asset("A").collateralAt("0.8"), asset("B"));
      market.mark("A", 1).mark("B", 1);
      watch(market.account().collateral("A", "500").debt("B", "100"));
      assertThat(triggers).hasSize(2);
    }
  }

  /** Triggers, as text. */
  private record Listed(List<String> to) implements Triggers {

    @Override
    public void fall(int coordinate, double trigger) {
      to.add("fall " + coordinate + " " + trigger);
    }

    @Override
    public void rise(int coordinate, double trigger) {
      to.add("rise " + coordinate + " " + trigger);
    }

    @Override
    public void anyChange(int asset) {
      to.add("any change of " + asset);
    }

    @Override
    public void rateChange(int asset) {
      to.add("rate change of " + asset);
    }

    @Override
    public void venueChange() {
      to.add("venue change");
    }
  }
}
