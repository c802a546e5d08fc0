package io.plimsoll.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnTest {

  private static final int TURNS = 500;
  private static final long INSTANT = 1_790_000_000_000L;

  private final Accounts accounts =
      new Accounts(new Market(new MarketSpec(50, 40, 2, 5, 7, MarketKind.WALK, 0, 0)));

  private record Key(String venue, String asset, Kind kind) {}

  /** What every account holds, by the rows alone. */
  private final Map<String, Map<Key, BigDecimal>> books = new HashMap<>();

  private void open(int count) {
    for (int i = 0; i < count; i++) {
      for (Holding holding : accounts.account(i).holdings()) {
        books
            .computeIfAbsent(Account.idOf(i), account -> new HashMap<>())
            .put(new Key(holding.venue(), holding.asset(), holding.kind()), holding.amount());
      }
    }
  }

  private void apply(List<PositionUpdate> updates) {
    for (PositionUpdate update : updates) {
      books
          .computeIfAbsent(update.account(), account -> new HashMap<>())
          .put(new Key(update.venue(), update.asset(), update.kind()), update.amount());
    }
  }

  private Set<String> live() {
    Set<String> live = new HashSet<>();
    books.forEach(
        (account, book) -> {
          if (book.values().stream().anyMatch(amount -> amount.signum() > 0)) {
            live.add(account);
          }
        });
    return live;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void asManyAreOpenAfterEachTurnAndTheOldestHoldsNothing(int open) {
    open(open);
    Churn churn = new Churn(accounts, open, 3);
    for (int turn = 0; turn < TURNS; turn++) {
      apply(churn.turn(INSTANT + turn));

      Set<String> live = live();
      assertThat(live).hasSize(open).doesNotContain(Account.idOf(turn));
      assertThat(live).contains(Account.idOf(open + turn));
      assertThat(books.get(Account.idOf(turn)).values()).allMatch(amount -> amount.signum() == 0);
    }
    assertThat(books).hasSize(open + TURNS);
    assertThat(churn.opened()).isEqualTo(open + TURNS);
  }

  @Test
  void changesStayNearWhatWasOpenedWith() {
    open(2);
    Churn churn = new Churn(accounts, 2, 3);
    int changes = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      for (PositionUpdate update : churn.turn(INSTANT)) {
        BigDecimal opened = openedWith(update);
        if (update.amount().signum() > 0 && update.amount().compareTo(opened) != 0) {
          changes++;
          assertThat(update.amount().divide(opened, MathContext.DECIMAL64).doubleValue())
              .isBetween(0.949, 1.051);
        }
      }
    }
    assertThat(changes).isGreaterThan(TURNS * 9 / 10);
  }

  private BigDecimal openedWith(PositionUpdate update) {
    return accounts.account(Account.indexOf(update.account())).holdings().stream()
        .filter(holding -> holding.asset().equals(update.asset()))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  @Test
  void theSameSeedTurnsOverTheSame() {
    Churn one = new Churn(accounts, 50, 3);
    Churn other = new Churn(accounts, 50, 3);
    for (int turn = 0; turn < TURNS; turn++) {
      assertThat(one.turn(INSTANT)).isEqualTo(other.turn(INSTANT));
    }
  }
}
