package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.engine.TickMeter;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.util.concurrent.CompletableFuture;

/**
 * Where the sources, the probe and whoever started the job meet: there is one job at a time in the
 * JVM, so it is static. Safe for these threads.
 */
final class RunControl {

  /** How much of a second's ticks may be in flight: enough to hide hand-overs between threads. */
  private static final double SECONDS_IN_FLIGHT = 0.2;

  private static final long LEAST_IN_FLIGHT = 2;
  private static final long MOST_IN_FLIGHT = 4_096;
  private static final double NANOS = 1e9;
  private static final long NOBODY = Long.MAX_VALUE;

  private static volatile RunControl current;

  private final TickMeter meter;
  private final TriggerLog triggers;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<Void> loadMayStart = new CompletableFuture<>();
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final CompletableFuture<Void> ending = new CompletableFuture<>();

  private volatile boolean ticking;
  private volatile long passed;
  private volatile long window = LEAST_IN_FLIGHT;
  private volatile long wanted = NOBODY;
  private CompletableFuture<Void> mayEmit = new CompletableFuture<>();
  private long lastPassed;
  private double nanosPerTick = -1;

  private RunControl(TickMeter meter, TriggerLog triggers) {
    this.meter = meter;
    this.triggers = triggers;
  }

  /** The control of the job that is about to start. */
  static RunControl begin(TickMeter meter, TriggerLog triggers) {
    current = new RunControl(meter, triggers);
    return current;
  }

  static RunControl current() {
    return current;
  }

  CompletableFuture<Void> running() {
    return running;
  }

  CompletableFuture<Void> loadMayStart() {
    return loadMayStart;
  }

  CompletableFuture<Void> loaded() {
    return loaded;
  }

  /** Done when the measurement is. */
  CompletableFuture<Void> over() {
    return over;
  }

  TickMeter meter() {
    return meter;
  }

  /** Lets ticks come. */
  void startTicks() {
    meter.start();
    lastPassed = System.nanoTime();
    ticking = true;
    wake();
  }

  /** The next tick, from a feed that starts; those before have passed in another job. */
  void feedStartsAt(long tick) {
    passed = tick;
  }

  /** Lets the sources end. */
  void end() {
    ending.complete(null);
    wake();
  }

  boolean isEnded() {
    return ending.isDone();
  }

  /** Done when the sources may end. */
  CompletableFuture<Void> ending() {
    return ending;
  }

  /** Whether a tick may be emitted now. */
  boolean mayEmit(long tick) {
    return ticking && !over.isDone() && tick - passed < window;
  }

  /** Done when a tick may be emitted, or there will be none any more. */
  synchronized CompletableFuture<Void> whenMayEmit(long tick) {
    if (mayEmit(tick) || isEnded()) {
      return CompletableFuture.completedFuture(null);
    }
    if (mayEmit.isDone()) {
      mayEmit = new CompletableFuture<>();
    }
    wanted = tick - window / 2; // with room for many, so that threads meet seldom
    if (ticking && !over.isDone() && passed >= wanted) {
      wake();
    }
    return mayEmit;
  }

  private synchronized void wake() {
    wanted = NOBODY;
    mayEmit.complete(null);
  }

  /** The probe runs. */
  void probeOpened() {
    running.complete(null);
  }

  /** All accounts have been loaded and judged. */
  void loadPassed() {
    loaded.complete(null);
  }

  void trigger(long trigger) {
    triggers.add(trigger);
  }

  /** A tick's watermark has left the stage. */
  void tickPassed(long tick) {
    meter.passed();
    passed = tick + 1;
    adapt();
    if (meter.isOver()) {
      over.complete(null);
    } else if (passed >= wanted) {
      wake();
    }
  }

  private void adapt() {
    long now = System.nanoTime();
    double gap = now - lastPassed;
    lastPassed = now;
    nanosPerTick = nanosPerTick < 0 ? gap : 0.99 * nanosPerTick + 0.01 * gap;
    double room = SECONDS_IN_FLIGHT * NANOS / nanosPerTick;
    long most = Math.min(MOST_IN_FLIGHT, LEAST_IN_FLIGHT + passed); // slow until shown to be fast
    window = Math.max(LEAST_IN_FLIGHT, Math.min(most, (long) room));
  }
}
