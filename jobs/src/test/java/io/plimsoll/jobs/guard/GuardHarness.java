package io.plimsoll.jobs.guard;

import static io.plimsoll.jobs.Fixture.at;

import io.plimsoll.jobs.asset.AssetHarness;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.intake.AssetsOfVenues;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStress;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** The guard under test, spoken to in events; one subtask of it. */
final class GuardHarness {

  private final RiskParameters parameters;
  private final AssetHarness<AssetReading, MarkChange> harness;

  private GuardHarness(RiskParameters parameters, int parallelism, int subtask) throws Exception {
    this.parameters = parameters;
    harness =
        new AssetHarness<>(
            new GuardOperator(parameters, Refusals.TAG),
            MarkChangeSerializer.INSTANCE,
            parallelism,
            subtask);
  }

  static GuardHarness start(RiskParameters parameters) throws Exception {
    GuardHarness guard = new GuardHarness(parameters, 1, 0);
    guard.harness.start();
    return guard;
  }

  static GuardHarness restore(RiskParameters parameters, OperatorSubtaskState snapshot)
      throws Exception {
    return restore(parameters, snapshot, 1, 0);
  }

  static GuardHarness restore(
      RiskParameters parameters, OperatorSubtaskState snapshot, int parallelism, int subtask)
      throws Exception {
    GuardHarness guard = new GuardHarness(parameters, parallelism, subtask);
    guard.harness.restore(snapshot);
    return guard;
  }

  void send(MarketEvent event) throws Exception {
    send(event, event.instant());
  }

  void send(MarketEvent event, long arrival) throws Exception {
    if (event instanceof AssetReading reading) {
      harness.process(reading, arrival);
    } else if (event instanceof VenueReading reading) {
      for (String asset : new AssetsOfVenues(parameters).stressedBy(reading)) {
        harness.process(new VenueStress(asset, reading), arrival);
      }
    }
  }

  void watermark(double seconds) throws Exception {
    watermarkAt(at(seconds));
  }

  void watermarkAt(long watermark) throws Exception {
    harness.watermark(watermark);
  }

  List<MarkChange> marks() {
    return harness.output();
  }

  /** Of the marks. */
  List<Long> arrivals() {
    return harness.arrivals();
  }

  List<MarkChange> bars() {
    return marks().stream().filter(MarkChange::barClose).toList();
  }

  List<Refusal> refusals() {
    return harness.refusals();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot();
  }

  void close() throws Exception {
    harness.close();
  }
}
