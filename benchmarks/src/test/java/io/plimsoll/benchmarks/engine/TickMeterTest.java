package io.plimsoll.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import org.junit.jupiter.api.Test;

class TickMeterTest {

  private static final long SECOND = 1_000_000_000L;

  private long now = 17 * SECOND;
  private long judgements;

  private TickMeter meter(Timing timing, MarketKind kind) {
    MarketSpec market = new MarketSpec(10, 10, 2, 5, 1, kind, 0, 0);
    TickMeter meter =
        new TickMeter(RunSpec.of("wheel", market, timing), () -> judgements, () -> now);
    meter.start();
    return meter;
  }

  private void tick(TickMeter meter, double seconds, long judged) {
    now += (long) (seconds * SECOND);
    judgements += judged;
    meter.passed();
  }

  @Test
  void measuresEachWindowByItself() {
    TickMeter meter = meter(new Timing(1, 2, 2, Timing.NO_LIMIT), MarketKind.WALK);
    tick(meter, 100, 1_000);
    tick(meter, 1, 10);
    tick(meter, 1, 10);
    assertThat(meter.isOver()).isFalse();
    tick(meter, 2, 20);
    tick(meter, 2, 30);
    assertThat(meter.isOver()).isTrue();
    assertThat(meter.warmupTicks()).isEqualTo(1);
    assertThat(meter.windows()).containsExactly(new Window(2, 2, 20), new Window(2, 4, 50));
  }

  @Test
  void aWindowEndsWhenItsTimeIsUp() {
    TickMeter meter = meter(new Timing(0, 1_000, 2, 10), MarketKind.WALK);
    tick(meter, 6, 0);
    tick(meter, 6, 0);
    tick(meter, 10, 0);
    assertThat(meter.isOver()).isTrue();
    assertThat(meter.windows()).containsExactly(new Window(2, 12, 0), new Window(1, 10, 0));
  }

  @Test
  void aWindowIsOneTickHoweverLongThatTakes() {
    TickMeter meter = meter(new Timing(1_000, 1_000, 3, 1), MarketKind.WALK);
    for (int i = 0; i < 4; i++) {
      tick(meter, 60, 7);
    }
    assertThat(meter.isOver()).isTrue();
    assertThat(meter.warmupTicks()).isEqualTo(1);
    assertThat(meter.windows()).hasSize(3).allMatch(w -> w.equals(new Window(1, 60, 7)));
  }

  @Test
  void ticksThatPassAfterTheLastWindowAreNotLookedAt() {
    TickMeter meter = meter(Timing.of(0, 1), MarketKind.WALK);
    tick(meter, 1, 1);
    tick(meter, 50, 50);
    assertThat(meter.windows()).containsExactly(new Window(1, 1, 1));
    assertThat(meter.tickTimes().max()).isLessThan(1.1e6);
  }

  @Test
  void theCalmBeforeACrashIsNeverCutShort() {
    TickMeter meter = meter(new Timing(2, 1, 1, 1), MarketKind.CRASH);
    tick(meter, 50, 0);
    tick(meter, 50, 0);
    assertThat(meter.warmupTicks()).isEqualTo(2);
    assertThat(meter.windows()).isEmpty();
  }
}
