package io.plimsoll.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.account.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonaTest {

  private static final double MINUTE = 5;

  private final Chance chance = Chance.of(3);
  private final PricePaths prices = PricePaths.simulate(chance.fork());

  @ParameterizedTest
  @EnumSource
  void nobodyOpensAnAccountThatWouldBeLiquidatedAtOnce(Persona persona) {
    for (int i = 0; i < 500; i++) {
      DemoAccount account = opened(persona);
      for (List<DemoHolding> pocket : account.pockets()) {
        assertThat(account.health(pocket, prices, MINUTE)).as(persona.name()).isGreaterThan(1.02);
      }
    }
  }

  @Test
  void loansBeginWithAHealthFactorFromAHairAboveTheCallToFour() {
    List<Double> healths = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      DemoAccount account = opened(Persona.BORROWER);
      healths.add(account.health(account.holdings(), prices, MINUTE));
    }
    assertThat(healths).allMatch(health -> health > 1.049 && health < 4.001);
    assertThat(healths).filteredOn(health -> health < 1.3).hasSizeBetween(200, 700);
    assertThat(healths).filteredOn(health -> health > 2).hasSizeBetween(200, 700);
  }

  @Test
  void aFewOweMostOfIt() {
    List<Double> debts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      debts.add(
          opened(Persona.BORROWER).holdings().stream()
              .filter(holding -> holding.kind() == Kind.DEBT)
              .mapToDouble(holding -> holding.value(prices, MINUTE))
              .sum());
    }
    debts.sort(Comparator.reverseOrder());
    double all = debts.stream().mapToDouble(Double::doubleValue).sum();
    double largest = debts.stream().limit(100).mapToDouble(Double::doubleValue).sum();
    assertThat(largest / all).isGreaterThan(0.5);
  }

  @Test
  void sharesMakeAHundredSoThatEveryDrawIsSomebody() {
    Set<Persona> drawn = EnumSet.noneOf(Persona.class);
    for (int i = 0; i < 5_000; i++) {
      drawn.add(Persona.draw(chance));
    }
    assertThat(drawn).containsExactlyInAnyOrder(Persona.values());
  }

  private DemoAccount opened(Persona persona) {
    DemoAccount account = new DemoAccount("a", persona.mode(), persona.category());
    persona.open(account, new Market(prices, MINUTE, chance.fork()));
    return account;
  }
}
