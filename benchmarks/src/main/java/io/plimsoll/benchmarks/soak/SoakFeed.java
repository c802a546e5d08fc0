package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.live.MarketLoad;
import io.plimsoll.benchmarks.live.Schedule;
import io.plimsoll.benchmarks.live.WallClock;
import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.PositionUpdate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends quotes and the churn of accounts, each when it is due, and heartbeats to every partition so
 * that a quiet one holds nobody back. One producer writes it all: the order of a partition is that
 * of time. Runs in a thread of its own until it is done or stopped.
 */
final class SoakFeed {

  private static final long HEARTBEAT_MS = 200;

  private final RecordWriter topics;
  private final PricePath prices;
  private final Churn churn;
  private final WallClock clock;
  private final AtomicLong quotes = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();
  private volatile boolean stopped;

  SoakFeed(RecordWriter topics, PricePath prices, Churn churn, WallClock clock) {
    this.topics = topics;
    this.prices = prices;
    this.churn = churn;
    this.clock = clock;
  }

  /**
   * Sends all that is due within so many seconds.
   *
   * @param rate quotes a second
   * @param turns of the churn a second, 0 for none
   * @throws io.plimsoll.jobs.kafka.BrokerException when something could not be sent
   */
  void run(int rate, int turns, long seconds) {
    long start = clock.micros();
    Schedule due = new Schedule(start, rate);
    Schedule turnsDue = new Schedule(start, Math.max(1, turns));
    long count = due.countIn(seconds);
    long turn = turns == 0 ? Long.MAX_VALUE : 0;
    long heartbeat = 0;
    for (long i = 0; i < count && !stopped; i++) {
      due.await(i, clock);
      long now = due.dueMicros(i);
      while (turn != Long.MAX_VALUE && turnsDue.dueMicros(turn) <= now) {
        turnOver(millis(turnsDue.dueMicros(turn)));
        turn++;
      }
      long instant = millis(now);
      if (instant >= heartbeat) {
        topics.heartbeat(instant - 1); // more may come for this millisecond
        heartbeat = instant + HEARTBEAT_MS;
      }
      for (AssetState state : prices.next().states()) {
        topics.send(InputRecord.of(MarketLoad.quote(state.asset(), state.mid(), instant)));
      }
      quotes.set(i + 1);
    }
    topics.flush();
  }

  private void turnOver(long instant) {
    for (PositionUpdate update : churn.turn(instant)) {
      topics.send(InputRecord.of(update));
    }
    opened.set(churn.opened());
  }

  private static long millis(long micros) {
    return TimeUnit.MICROSECONDS.toMillis(micros);
  }

  /** Ends it soon. */
  void stop() {
    stopped = true;
  }

  /** Quotes sent so far. */
  long quotes() {
    return quotes.get();
  }

  /** Accounts that the monitor has heard of by the churn and before it; 0 before its first turn. */
  long opened() {
    return opened.get();
  }
}
