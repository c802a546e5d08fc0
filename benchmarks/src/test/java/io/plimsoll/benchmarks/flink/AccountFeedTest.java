package io.plimsoll.benchmarks.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickMeter;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

class AccountFeedTest {

  private static final MarketSpec MARKET = new MarketSpec(3, 20, 2, 5, 1, MarketKind.WALK, 0, 0);

  private final RunControl control =
      RunControl.begin(
          new TickMeter(RunSpec.of("wheel", MARKET, Timing.of(0, 1)), () -> 0), new TriggerLog());
  private final Output output = new Output();

  @Test
  void waitsUntilTheLoadMayStart() {
    Feed<Account> feed = AccountFeed.of(MARKET).from(0);
    assertThat(feed.emit(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(feed.available()).isNotDone();
  }

  @Test
  void staysOpenBehindTheLastAccountUntilTheJobEnds() {
    control.loadMayStart().complete(null);
    Feed<Account> feed = AccountFeed.of(MARKET).from(0);
    while (feed.emit(output) == InputStatus.MORE_AVAILABLE) {
      assertThat(feed.available()).isDone();
    }
    assertThat(output.accounts).hasSize(3);
    assertThat(feed.emit(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(feed.available()).isNotDone();
    control.end();
    assertThat(feed.available()).isDone();
    assertThat(feed.emit(output)).isEqualTo(InputStatus.END_OF_INPUT);
  }

  @Test
  void holdsNoWatermarkBackOnceAllAreLoadedNorWhenRestoredThere() {
    control.loadMayStart().complete(null);
    Feed<Account> restored = AccountFeed.of(MARKET).from(MARKET.accounts());
    restored.emit(output);
    restored.emit(output);
    assertThat(output.watermarks).containsExactly(Watermark.MAX_WATERMARK);
  }

  /** Keeps what is emitted. */
  private static final class Output implements ReaderOutput<Account> {

    private final List<Account> accounts = new ArrayList<>();
    private final List<Watermark> watermarks = new ArrayList<>();

    @Override
    public void collect(Account account) {
      accounts.add(account);
    }

    @Override
    public void collect(Account account, long timestamp) {
      accounts.add(account);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark);
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Account> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {}
  }
}
