package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.jobs.Fixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Beside what is kept, a twin that counts all accounts anew. */
class LevelCountsTest implements AccountStates, MarginWatch.Listener {

  private static final long SEED = 20_261_128L;
  private static final RiskParameters PARAMETERS = parameters();
  private static final List<String> VENUES = List.of("main", "isle", "cove");

  private final Map<String, AccountState> states = new HashMap<>();
  private final MarginWatch watch = new MarginWatch(PARAMETERS, WatchOptions.DEFAULTS, this, this);
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long second;
  private int events;

  @Test
  void areThoseOfACountOfAllAccountsAfterEveryInstant() throws IOException {
    crash();
    assertThat(events).as("seed %d", SEED).isGreaterThan(100);
  }

  @Test
  void areExactAfterARestoreOnFewerOrMoreSubtasks() throws IOException {
    crash();
    Map<Level, Long> before = counts(watch);
    for (int subtasks : new int[] {1, 3}) {
      Map<Level, Long> after = new EnumMap<>(Level.class);
      for (int subtask = 0; subtask < subtasks; subtask++) {
        MarginWatch restored = new MarginWatch(PARAMETERS, WatchOptions.DEFAULTS, this, this);
        watch.assetStates().forEach(restored::resume);
        for (Map.Entry<String, AccountState> account : states.entrySet()) {
          if (Math.floorMod(account.getKey().hashCode(), subtasks) == subtask) {
            restored.resume(account.getKey(), account.getValue(), at(second));
          }
        }
        counts(restored).forEach((level, count) -> after.merge(level, count, Long::sum));
      }
      assertThat(after).as("%d subtasks", subtasks).isEqualTo(before);
    }
  }

  @Test
  void anAccountThatIsNotHeardOfIsNotCounted() {
    assertThat(counts(watch)).allSatisfy((level, count) -> assertThat(count).isZero());
  }

  /** Accounts come, change and change their mode while the price falls by two thirds. */
  private void crash() throws IOException {
    apply(List.of(Watching.price(0, "USDC", 1)), List.of());
    double eth = 2000;
    for (int i = 0; i < 600; i++) {
      eth *= 1 + 0.01 * (random.nextDouble() * 2 - 1.2);
      List<AccountUpdate> updates = random.nextInt(3) == 0 ? List.of() : List.of(update());
      apply(List.of(Watching.price(second, "ETH", eth)), updates);
      assertThat(counts(watch)).as("seed %d, instant %d", SEED, i).isEqualTo(counted());
    }
  }

  private AccountUpdate update() {
    String account = "a" + random.nextInt(60);
    if (random.nextInt(6) == 0) {
      Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
      return settings(second, account, new Settings(mode, "", BigDecimal.ZERO));
    }
    boolean owes = random.nextInt(5) < 2;
    String amount = Integer.toString(owes ? 400 * random.nextInt(4) : random.nextInt(3));
    PositionUpdate update =
        position(
            second, account, owes ? "USDC" : "ETH", owes ? Kind.DEBT : Kind.COLLATERAL, amount);
    return new PositionUpdate(
        update.origin(),
        update.instant(),
        update.timestamp(),
        account,
        VENUES.get(random.nextInt(VENUES.size())),
        update.asset(),
        update.kind(),
        update.amount(),
        update.entryPriceUsd(),
        Origin.NO_SEQUENCE);
  }

  private void apply(List<Surrounding> surroundings, List<AccountUpdate> updates)
      throws IOException {
    watch.apply(at(second++), surroundings, updates, false);
  }

  private static Map<Level, Long> counts(MarginWatch watch) {
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, watch.accountsAt(level));
    }
    return counts;
  }

  private Map<Level, Long> counted() {
    AssetTable assets = new AssetTable(PARAMETERS.assets().values());
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, 0L);
    }
    states.forEach(
        (account, state) -> {
          for (Unit unit : Unit.of(account, state, assets, PARAMETERS)) {
            counts.merge(state.standing(unit.key()).level(), 1L, Long::sum);
          }
        });
    return counts;
  }

  @Override
  public AccountState get(String account) {
    return states.getOrDefault(account, AccountState.NEW);
  }

  @Override
  public void put(String account, AccountState state) {
    states.put(account, state);
  }

  @Override
  public void remove(String account) {
    states.remove(account);
  }

  @Override
  public void event(MarginEvent event) {
    events++;
  }

  @Override
  public void superseded(AccountUpdate update, String detail) {
    throw new IllegalStateException(detail);
  }
}
