package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;

import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The margin watch under test, spoken to in events; one subtask of it. */
final class WatchHarness {

  static final int MAX_PARALLELISM = 16;

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, AccountUpdate, Surrounding, MarginEvent>
      harness;
  private int read;

  private WatchHarness(
      RiskParameters parameters, WatchOptions options, int parallelism, int subtask)
      throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new MarginWatchOperator(parameters, options, Refusals.TAG),
            AccountUpdate::account,
            null, // broadcast
            Types.STRING,
            MAX_PARALLELISM,
            parallelism,
            subtask);
    harness.setup(MarginEventSerializer.INSTANCE);
  }

  static WatchHarness start(RiskParameters parameters, Finder finder) throws Exception {
    return start(parameters, WatchOptions.DEFAULTS.withFinder(finder));
  }

  static WatchHarness start(RiskParameters parameters, WatchOptions options) throws Exception {
    WatchHarness watch = new WatchHarness(parameters, options, 1, 0);
    watch.harness.open();
    return watch;
  }

  static WatchHarness restore(
      RiskParameters parameters,
      Finder finder,
      OperatorSubtaskState snapshot,
      int from,
      int parallelism,
      int sub)
      throws Exception {
    WatchOptions options = WatchOptions.DEFAULTS.withFinder(finder);
    return restore(parameters, options, snapshot, from, parallelism, sub);
  }

  static WatchHarness restore(
      RiskParameters parameters,
      WatchOptions options,
      OperatorSubtaskState snapshot,
      int from,
      int parallelism,
      int sub)
      throws Exception {
    WatchHarness watch = new WatchHarness(parameters, options, parallelism, sub);
    watch.harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            snapshot, MAX_PARALLELISM, from, parallelism, sub));
    watch.harness.open();
    return watch;
  }

  WatchHarness price(double seconds, String asset, double price) throws Exception {
    return price(seconds, asset, price, MarkStatus.OK);
  }

  WatchHarness price(double seconds, String asset, double price, MarkStatus status)
      throws Exception {
    AssetState state =
        new AssetState(at(seconds), asset, status, price, price, price, 1, 1, 0.8, 1, false);
    harness.processElement2(new StreamRecord<>(new Surrounding.Asset(state), at(seconds)));
    return this;
  }

  WatchHarness tell(VenueReading reading) throws Exception {
    harness.processElement2(new StreamRecord<>(new Surrounding.Venue(reading), reading.instant()));
    return this;
  }

  WatchHarness send(AccountUpdate... updates) throws Exception {
    for (AccountUpdate update : updates) {
      harness.processElement1(new StreamRecord<>(update, update.instant()));
    }
    return this;
  }

  WatchHarness watermark(double seconds) throws Exception {
    return watermarkAt(at(seconds));
  }

  WatchHarness watermarkAt(long watermark) throws Exception {
    harness.processWatermark1(new Watermark(watermark));
    harness.processWatermark2(new Watermark(watermark));
    return this;
  }

  /** Only what the accounts' input brings has come so far. */
  WatchHarness watermarkOfAccounts(double seconds) throws Exception {
    harness.processWatermark1(new Watermark(at(seconds)));
    return this;
  }

  /** Events since the last call. */
  List<MarginEvent> events() {
    List<MarginEvent> all = harness.extractOutputValues();
    List<MarginEvent> fresh = List.copyOf(all.subList(read, all.size()));
    read = all.size();
    return fresh;
  }

  List<Refusal> refusals() {
    var refused = harness.getSideOutput(Refusals.TAG);
    return refused == null ? List.of() : refused.stream().map(StreamRecord::getValue).toList();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  int keyedEntries() {
    return harness.numKeyedStateEntries();
  }

  void close() throws Exception {
    harness.close();
  }
}
