package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.core.io.InputStatus;

/** All accounts, once the control lets them. */
final class AccountFeed implements Feed<Account> {

  private final RunControl control = RunControl.current();
  private final Accounts accounts;
  private final int count;
  private int next;

  private AccountFeed(Accounts accounts, int count, long position) {
    this.accounts = accounts;
    this.count = count;
    this.next = Math.toIntExact(position);
  }

  /** The accounts of a market, which is drawn where it is used. */
  static Feed.Factory<Account> of(MarketSpec spec) {
    return position -> new AccountFeed(new Accounts(new Market(spec)), spec.accounts(), position);
  }

  @Override
  public InputStatus emit(ReaderOutput<Account> output) {
    if (!available().isDone()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (next == count) {
      return InputStatus.END_OF_INPUT;
    }
    long instant = MarketSpec.loadInstantOf(next);
    output.collect(accounts.account(next), instant);
    next++;
    if (next % MarketSpec.ACCOUNTS_PER_INSTANT == 0 || next == count) {
      output.emitWatermark(new Watermark(instant));
    }
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> available() {
    return control.loadMayStart();
  }

  @Override
  public long position() {
    return next;
  }
}
