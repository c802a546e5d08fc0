package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.ServerException;
import io.plimsoll.jobs.feed.FeedResult;
import io.plimsoll.jobs.kafka.BrokerException;
import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.rest.JobException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All kinds of faults, one after the other, in one cluster; an undisturbed run before them. */
public final class ChaosRun {

  private static final Logger LOG = LoggerFactory.getLogger(ChaosRun.class);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofMinutes(5);
  private static final int PARALLELISM = 2;
  private static final int TOLD = 10;

  private final ChaosOptions options;
  private final Installation installation;
  private final Consumer<String> told;
  private final ChaosCluster cluster;

  /**
   * A run, not started yet.
   *
   * @param told lines on what happens
   */
  public ChaosRun(ChaosOptions options, Installation installation, Consumer<String> told) {
    this.options = options;
    this.installation = installation;
    this.told = told;
    this.cluster = new ChaosCluster(options.out().resolve("cluster"), installation);
  }

  /** Ends the processes, whatever they are at; data and logs stay. For any thread. */
  public void stop() {
    cluster.close();
  }

  /**
   * Runs all of it.
   *
   * @throws ChaosException when the undisturbed run already is not as it should be
   */
  public ChaosReport run() throws Exception {
    TimeLimit limit = TimeLimit.in(options.limit());
    told.accept("seed " + options.seed());
    History history = new Backfilled(options.out().resolve("backfill")).run(options.data());
    told.accept("the history has " + history.events().size() + " margin events");
    List<Outcome> outcomes = new ArrayList<>();
    try {
      cluster.start(name -> told.accept("starting " + name));
      Outputs expected = undisturbed(history, limit);
      for (Fault fault : options.faults()) {
        Outcome outcome = disturbed(fault, history, expected, limit);
        outcomes.add(outcome);
        told.accept(
            fault + ": " + (outcome.holds() ? "holds" : outcome.failure().orElse("does not hold")));
      }
    } finally {
      cluster.close();
    }
    if (outcomes.stream().allMatch(Outcome::holds)) {
      cluster.local().delete();
    }
    return new ChaosReport(options, history.events().size(), outcomes);
  }

  /** What is to be in the topics, in bytes; that it is what the backfill says is seen here. */
  private Outputs undisturbed(History history, TimeLimit limit) throws Exception {
    told.accept("undisturbed");
    List<Monitor> monitors = monitors("undisturbed", history);
    run(monitors, PARALLELISM, history, limit, Optional.empty(), new ArrayList<>());
    List<Outputs> outputs = new ArrayList<>();
    for (Monitor monitor : monitors) {
      TopicSettings topics = monitor.topics();
      if (!EventLines.read(topics).equals(history.events())) {
        throw new ChaosException(
            "undisturbed already, "
                + monitor
                + " does not write the events of the backfill; topic "
                + topics.outputs().marginEvents());
      }
      outputs.add(Outputs.read(topics));
    }
    if (!outputs.get(0).states().keySet().equals(outputs.get(1).states().keySet())) {
      throw new ChaosException("undisturbed already, the asset states of both monitors differ");
    }
    return outputs.get(0);
  }

  private Outcome disturbed(Fault fault, History history, Outputs expected, TimeLimit limit)
      throws Exception {
    List<Monitor> monitors = monitors(fault.toString(), history);
    // Rescaled from 1.
    int parallelism = fault == Fault.RESCALE ? 1 : PARALLELISM;
    List<Moment> moments = new ArrayList<>();
    try {
      run(monitors, parallelism, history, limit, Optional.of(fault), moments);
      return new Outcome(fault, moments, verdicts(fault, monitors, expected), Optional.empty());
    } catch (ChaosException | ServerException | JobException | BrokerException | IOException e) {
      LOG.error("{} did not come to its end", fault, e);
      for (Monitor monitor : monitors) {
        monitor.cancel();
      }
      return new Outcome(fault, moments, List.of(), Optional.of(e.getMessage()));
    }
  }

  private List<Verdict> verdicts(Fault fault, List<Monitor> monitors, Outputs expected)
      throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Monitor monitor : monitors) {
      Verdict verdict = Verdict.of(monitor.delivery(), expected, Outputs.read(monitor.topics()));
      verdicts.add(verdict);
      if (!verdict.holds()) {
        String name = fault + "." + monitor.delivery() + ".differences";
        tell(Differences.write(verdict, monitor.topics(), options.out().resolve(name)));
      }
    }
    return verdicts;
  }

  private void tell(List<String> differences) {
    differences.stream().limit(TOLD).forEach(told);
    if (differences.size() > TOLD) {
      told.accept("and " + (differences.size() - TOLD) + " more");
    }
  }

  private List<Monitor> monitors(String name, History history) {
    Path topics = installation.configuration().resolve("topics.yaml");
    return Monitors.make(cluster, name, history.parameters(), topics, options.options());
  }

  private void run(
      List<Monitor> monitors,
      int parallelism,
      History history,
      TimeLimit limit,
      Optional<Fault> fault,
      List<Moment> moments)
      throws IOException, InterruptedException {
    for (Monitor monitor : monitors) {
      monitor.submit(parallelism);
    }
    FeedResult fed;
    // Undisturbed it is fed at full speed at once.
    double seconds = fault.map(kind -> kind.seconds() * (options.times() + 1)).orElse(1.0);
    try (FedHistory feed = new FedHistory(history, monitors.get(0).topics(), seconds)) {
      if (fault.isPresent()) {
        limit.await(
            START,
            "the first events of the history are due and both monitors have begun",
            () ->
                feed.hasOpened()
                    && monitors.stream().allMatch(monitor -> monitor.hasPassed(history.first())));
        disturb(fault.orElseThrow(), monitors, feed, limit, moments);
      }
      fed = feed.finish(END);
    }
    for (Monitor monitor : monitors) {
      monitor.awaitEnd(fed.lastInstant(), limit, END);
    }
    for (Monitor monitor : monitors) {
      monitor.cancel();
    }
  }

  private void disturb(
      Fault fault, List<Monitor> monitors, FedHistory feed, TimeLimit limit, List<Moment> moments)
      throws IOException, InterruptedException {
    Dice dice = new Dice(options.seed(), fault);
    new Scenario(cluster, monitors, feed, limit, dice, fault)
        .run(
            options.times(),
            moment -> {
              moments.add(moment);
              told.accept(
                  fault + " " + moments.size() + " of " + options.times() + ": " + line(moment));
            });
  }

  private static String line(Moment moment) {
    StringBuilder line = new StringBuilder("held " + seconds(moment.held()) + ", recovered");
    for (Delivery delivery : Delivery.values()) {
      line.append(", ")
          .append(delivery)
          .append(" after ")
          .append(seconds(moment.recovery().get(delivery)));
    }
    return line.toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }
}
