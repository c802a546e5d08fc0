package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Faults of one kind at random moments, while a history is fed to both monitors. */
final class Scenario {

  private static final long LONGEST_CALM_MS = 4_000;

  /** A second strike comes this soon: while tasks are being deployed or restored. */
  private static final long LONGEST_BETWEEN_STRIKES_MS = 5_000;

  private static final Duration RECOVERY = Duration.ofMinutes(5);

  private final ChaosCluster cluster;
  private final List<Monitor> monitors;
  private final FedHistory history;
  private final TimeLimit limit;
  private final Dice dice;
  private final Fault fault;
  private final Injector injector;

  Scenario(
      ChaosCluster cluster,
      List<Monitor> monitors,
      FedHistory history,
      TimeLimit limit,
      Dice dice,
      Fault fault) {
    this.cluster = cluster;
    this.monitors = List.copyOf(monitors);
    this.history = history;
    this.limit = limit;
    this.dice = dice;
    this.fault = fault;
    this.injector = new Injector(cluster, this.monitors, limit, dice, fault);
  }

  /**
   * Lets it happen.
   *
   * @param told each moment, once it is recovered from
   */
  void run(int times, Consumer<Moment> told) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int done = 1; done <= times; done++) {
      pause(dice.between(0, LONGEST_CALM_MS));
      history.check();
      told.accept(happen());
      double each = (System.nanoTime() - start) / 1e9 / done;
      history.last(each * (times + 1 - done));
    }
  }

  private Moment happen() throws IOException, InterruptedException {
    Instant at = Instant.now();
    long start = System.nanoTime();
    long fed = history.reached();
    int strikes = dice.strikes(fault);
    injector.strike();
    for (int i = 1; i < strikes; i++) {
      pause(dice.between(0, LONGEST_BETWEEN_STRIKES_MS));
      injector.strike();
    }
    Duration held = Duration.ofNanos(System.nanoTime() - start);
    Map<Delivery, Duration> recovery = new EnumMap<>(Delivery.class);
    limit.await(
        RECOVERY,
        fault + ": both monitors have applied what was fed before it",
        () -> {
          cluster.supervise();
          history.check(); // or nothing would ever pass
          for (Monitor monitor : monitors) {
            if (!recovery.containsKey(monitor.delivery()) && monitor.hasPassed(fed)) {
              recovery.put(monitor.delivery(), Duration.ofNanos(System.nanoTime() - start));
            }
          }
          return recovery.size() == monitors.size();
        });
    return new Moment(at, fed, strikes, held, recovery);
  }

  private void pause(Duration time) throws InterruptedException {
    long start = System.nanoTime();
    limit.await(
        time.plusSeconds(1),
        "a pause",
        () -> {
          cluster.supervise();
          return System.nanoTime() - start >= time.toNanos();
        });
  }
}
