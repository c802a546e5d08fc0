package io.plimsoll.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final int COUNT = 20_000;
  private static final MarketSpec SPEC = new MarketSpec(COUNT, 40, 2, 5, 7, MarketKind.WALK, 0, 0);

  private final Market market = new Market(SPEC);
  private final Accounts accounts = new Accounts(market);
  private final Map<String, Asset> assets =
      market.assets().stream().collect(Collectors.toMap(Asset::name, Function.identity()));

  @Test
  void anAccountIsTheSameWheneverItIsDrawn() {
    Accounts again = new Accounts(new Market(SPEC));
    for (int index : List.of(COUNT - 1, 0, 4711)) {
      assertThat(again.account(index)).isEqualTo(accounts.account(index));
    }
  }

  @Test
  void anotherSeedIsAnotherMarket() {
    MarketSpec other = new MarketSpec(COUNT, 40, 2, 5, 8, MarketKind.WALK, 0, 0);
    assertThat(new Accounts(new Market(other)).account(3)).isNotEqualTo(accounts.account(3));
  }

  @Test
  void holdingsAreDistinctWithinTheRangeAndHaveDebtAndCollateral() {
    for (int index = 0; index < 2_000; index++) {
      List<Holding> holdings = accounts.account(index).holdings();
      Set<String> held = new HashSet<>();
      holdings.forEach(holding -> held.add(holding.asset()));
      assertThat(holdings).hasSizeBetween(2, 5);
      assertThat(held).hasSameSizeAs(holdings);
      assertThat(holdings).anyMatch(h -> h.kind() == Kind.DEBT);
      assertThat(holdings).anyMatch(h -> h.kind() == Kind.COLLATERAL);
      assertThat(holdings).allMatch(h -> h.amount().signum() > 0);
    }
  }

  @Test
  void allStartAboveTheMarginCall() {
    double call = market.parameters().levels().marginCall().doubleValue();
    IntStream.range(0, COUNT).forEach(i -> assertThat(healthFactor(i)).isGreaterThan(call));
  }

  @Test
  void theyAreDensestNextToTheirLine() {
    double near = share(1.101, 1.2);
    double further = share(1.2, 1.3);
    double far = share(1.5, 1.6);
    // The share within a logarithmic distance d is 1 - exp(-2d).
    assertThat(near).isBetween(0.14, 0.18);
    assertThat(further).isLessThan(near);
    assertThat(far).isLessThan(further);
  }

  private double share(double from, double to) {
    return IntStream.range(0, COUNT)
            .filter(i -> healthFactor(i) >= from && healthFactor(i) < to)
            .count()
        / (double) COUNT;
  }

  private double healthFactor(int index) {
    double weighted = 0;
    double owed = 0;
    for (Holding holding : accounts.account(index).holdings()) {
      Asset asset = assets.get(holding.asset());
      double value = holding.amount().doubleValue() * asset.firstPrice();
      if (holding.kind() == Kind.DEBT) {
        owed += value;
      } else {
        weighted += value * asset.threshold().doubleValue();
      }
    }
    return weighted / owed;
  }
}
