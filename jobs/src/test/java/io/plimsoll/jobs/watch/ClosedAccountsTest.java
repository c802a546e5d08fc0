package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.jobs.Fixture.settings;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An account that is closed at second 5 and kept for 10. */
@ParameterizedClass(name = "{0}")
@EnumSource(Finder.class)
class ClosedAccountsTest {

  private static final long KEPT_MS = 10_000;

  @Parameter private Finder finder;

  private WatchHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = started(options());
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  private WatchOptions options() {
    return WatchOptions.DEFAULTS.withFinder(finder).withClosedKeptMs(KEPT_MS);
  }

  private static WatchHarness started(WatchOptions options) throws Exception {
    return WatchHarness.start(parameters(), options).price(0, "ETH", 2000).price(0, "USDC", 1);
  }

  private static AccountUpdate[] loan(double seconds, String account, String eth, String debt) {
    return new AccountUpdate[] {
      position(seconds, account, "ETH", COLLATERAL, eth),
      position(seconds, account, "USDC", DEBT, debt)
    };
  }

  private static PositionUpdate eth(double seconds, String amount, long sequence) {
    return position(seconds, seconds, "alice", "ETH", COLLATERAL, amount, sequence);
  }

  private void openAndClose() throws Exception {
    watch.send(loan(1, "alice", "1", "100")).send(loan(5, "alice", "0", "0"));
  }

  @Test
  void isForgottenSoLongAfterItsLastRow() throws Exception {
    openAndClose();
    watch.watermark(14.999);
    assertThat(watch.keyedEntries()).isEqualTo(1);
    watch.watermark(15);
    assertThat(watch.keyedEntries()).isZero();
  }

  @Test
  void isKeptForEverUnlessToldOtherwise() throws Exception {
    watch.close();
    watch = started(WatchOptions.DEFAULTS.withFinder(finder));
    openAndClose();
    watch.watermark(1_000_000);
    assertThat(watch.keyedEntries()).isEqualTo(1);
  }

  @Test
  void isKeptWhenItIsOpenedAgainInTime() throws Exception {
    openAndClose();
    watch.send(loan(14, "alice", "1", "100")).watermark(100);
    assertThat(watch.keyedEntries()).isEqualTo(1);
    watch.send(loan(200, "alice", "0", "0")).watermark(209.999);
    assertThat(watch.keyedEntries()).isEqualTo(1);
    watch.watermark(210);
    assertThat(watch.keyedEntries()).isZero();
  }

  @Test
  void isKeptWhileItHoldsAnything() throws Exception {
    watch.send(loan(1, "alice", "1", "100")).send(loan(5, "alice", "1", "0")).watermark(100);
    assertThat(watch.keyedEntries()).isEqualTo(1);
  }

  @Test
  void isKeptWhenItsSettingsWereTold() throws Exception {
    watch.send(settings(2, "alice", new Settings(Mode.NETTED, "", BigDecimal.ZERO)));
    openAndClose();
    watch.watermark(100);
    assertThat(watch.keyedEntries()).isEqualTo(1);
  }

  @Test
  void isForgottenWhateverItsLevelWas() throws Exception {
    watch.send(loan(1, "alice", "1", "1700")).send(loan(5, "alice", "0", "0")).watermark(15);
    assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(LIQUIDATABLE, SAFE);
    assertThat(watch.keyedEntries()).isZero();
  }

  @Test
  void refusesOldRowsUntilThen() throws Exception {
    watch.send(eth(1, "1", 8), eth(5, "0", 9), eth(14.999, "1", 7)).watermark(14.999);
    assertThat(watch.refusals())
        .extracting(Refusal::reason)
        .containsExactly(RefusalReason.SUPERSEDED);
    assertThat(watch.keyedEntries()).isEqualTo(1);
  }

  @Test
  void isNeverHeardOfFromThenOn() throws Exception {
    watch.send(eth(1, "1", 8), eth(5, "0", 9), eth(15, "1", 7)).watermark(100);
    assertThat(watch.refusals()).isEmpty();
    assertThat(watch.keyedEntries()).isEqualTo(1);
  }

  @Test
  void whoseLastRowCameTooLateIsForgottenInTheNextInstant() throws Exception {
    watch.send(loan(1, "alice", "1", "100")).watermark(50);
    watch.send(
        position(50.001, 5, "alice", "ETH", COLLATERAL, "0", 1),
        position(50.001, 5, "alice", "USDC", DEBT, "0", 1));
    watch.watermark(50.001);
    assertThat(watch.keyedEntries()).isEqualTo(1);
    watch.watermark(50.002);
    assertThat(watch.keyedEntries()).isZero();
  }

  @Test
  void isForgottenAtTheSameInstantAfterARestart() throws Exception {
    openAndClose();
    watch.watermark(7);
    WatchHarness restored =
        WatchHarness.restore(parameters(), options(), watch.snapshot(), 1, 1, 0);
    watch.close();
    watch = restored;
    watch.watermark(14.999);
    assertThat(watch.keyedEntries()).isPositive();
    watch.watermark(15);
    assertThat(watch.keyedEntries()).isZero();
  }

  @Test
  void stateIsAsLargeAsWhatWasOpenLately() throws Exception {
    for (int second = 1; second <= 500; second++) {
      watch.send(loan(second, "a-" + second, "1", "100"));
      watch.send(loan(second + 1, "a-" + second, "0", "0"));
      watch.watermark(second);
      assertThat(watch.keyedEntries()).isLessThanOrEqualTo(12);
    }
    assertThat(watch.keyedEntries()).isEqualTo(11);
  }

  @Test
  void isCountedAtNoLevelAnyMore() throws Exception {
    AccountStates states = AccountStates.onHeap();
    MarginWatch plain =
        new MarginWatch(parameters(), options(), states, new Watching(parameters(), finder));
    List<Surrounding> prices =
        List.of(Watching.price(0, "ETH", 2000), Watching.price(0, "USDC", 1));
    plain.apply(at(0), prices, List.of(), false);
    apply(plain, loan(1, "alice", "1", "100"));
    apply(plain, loan(5, "alice", "0", "0"));
    assertThat(plain.accountsAt(SAFE)).isEqualTo(1);
    long due = plain.nextDue();
    assertThat(due).isEqualTo(at(15));
    plain.apply(due, List.of(), List.of(), false);
    assertThat(plain.accountsAt(SAFE)).isZero();
    assertThat(states.get("alice")).isEqualTo(AccountState.NEW);
    assertThat(plain.nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  private static void apply(MarginWatch watch, AccountUpdate... updates) throws Exception {
    watch.apply(updates[0].instant(), List.of(), List.of(updates), false);
  }
}
