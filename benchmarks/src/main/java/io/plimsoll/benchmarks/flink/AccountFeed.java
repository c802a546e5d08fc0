package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.core.io.InputStatus;

/**
 * All accounts, once the control lets them; then nothing, until the job ends. As a stream of
 * positions it stays open while prices tick: a source that finishes declines whichever checkpoint
 * is on its way to it.
 */
final class AccountFeed implements Feed<Account> {

  private final RunControl control = RunControl.current();
  private final Accounts accounts;
  private final int count;
  private int next;
  private boolean told;

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
      return emitNoMore(output);
    }
    long instant = MarketSpec.loadInstantOf(next);
    output.collect(accounts.account(next), instant);
    next++;
    if (next % MarketSpec.ACCOUNTS_PER_INSTANT == 0 || next == count) {
      output.emitWatermark(new Watermark(instant));
    }
    return InputStatus.MORE_AVAILABLE;
  }

  /** Time goes on without accounts. */
  private InputStatus emitNoMore(ReaderOutput<Account> output) {
    if (control.isEnded()) {
      return InputStatus.END_OF_INPUT;
    }
    if (!told) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
      told = true;
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> available() {
    return told ? control.ending() : control.loadMayStart();
  }

  @Override
  public long position() {
    return next;
  }
}
