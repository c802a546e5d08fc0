package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * How Flink calls the {@link MarginWatch}: gathers instants until the watermark of both inputs has
 * passed them, and keeps what the watch knows in state.
 *
 * <p>An operator and not a {@code KeyedBroadcastProcessFunction}, because it chooses the current
 * key itself: a broadcast change touches some accounts, not all.
 *
 * <p>At the end of bounded input (the last watermark, {@link Long#MAX_VALUE}) nothing falls due any
 * more: the source has sent the last instant before.
 */
final class MarginWatchOperator extends AbstractStreamOperator<MarginEvent>
    implements TwoInputStreamOperator<AccountUpdate, Surrounding, MarginEvent>,
        MarginWatch.Listener {

  private static final long serialVersionUID = 1L;

  private final RiskParameters parameters;
  private final WatchOptions options;
  private final OutputTag<Refusal> refusals;

  private transient WatchState saved;
  private transient MarginWatch watch;
  private transient InstantQueue<Surrounding> pendingSurroundings;
  private transient InstantQueue<AccountUpdate> pendingUpdates;
  private transient List<Surrounding> surroundings;
  private transient List<AccountUpdate> updates;
  private transient LongCounter judgements;
  private transient LongCounter events;
  private transient long judgementsCounted;
  private transient WatchMetrics meters;
  private transient long watermark;

  MarginWatchOperator(
      RiskParameters parameters, WatchOptions options, OutputTag<Refusal> refusals) {
    this.parameters = parameters;
    this.options = options;
    this.refusals = refusals;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    watermark = Long.MIN_VALUE;
    pendingSurroundings = new InstantQueue<>();
    pendingUpdates = new InstantQueue<>();
    surroundings = new ArrayList<>();
    updates = new ArrayList<>();
    saved = new WatchState(context, this::setCurrentKey, this.<String>getKeyedStateBackend());
    watch = new MarginWatch(parameters, options, saved, this);
    if (context.isRestored()) {
      saved.restoreSurroundings(watch, pendingSurroundings);
      watermark = saved.restoreWatermark();
      saved.restoreUpdates(pendingUpdates);
      saved.forEachAccount((account, state) -> watch.resume(account, state, watermark));
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    judgements = new LongCounter();
    events = new LongCounter();
    getRuntimeContext().addAccumulator(WatchStage.JUDGEMENTS, judgements);
    getRuntimeContext().addAccumulator(WatchStage.EVENTS, events);
    meters = new WatchMetrics(watch, getMetricGroup(), getProcessingTimeService(), () -> watermark);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.saveSurroundings(watch, pendingSurroundings);
    saved.saveWatermark(watermark);
    saved.saveUpdates(pendingUpdates);
  }

  /** Keys are chosen where an account is read; the element's own is not needed. */
  @Override
  @SuppressWarnings("rawtypes") // Flink's own signature
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement1(StreamRecord<AccountUpdate> element) {
    AccountUpdate update = element.getValue();
    if (update.instant() <= watermark) {
      // What comes too late is never lost: it counts at the oldest instant still open.
      update = update.appliedAt(watermark + 1);
    }
    pendingUpdates.add(update.instant(), update);
    meters.arrived(update.instant(), element.getTimestamp());
  }

  @Override
  public void processElement2(StreamRecord<Surrounding> element) {
    Surrounding surrounding = element.getValue();
    long instant = Math.max(surrounding.instant(), watermark + 1);
    pendingSurroundings.add(instant, surrounding);
    meters.arrived(instant, element.getTimestamp());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    boolean ended = mark.getTimestamp() == Long.MAX_VALUE;
    while (true) {
      long instant = Math.min(pendingSurroundings.first(), pendingUpdates.first());
      if (!ended) {
        instant = Math.min(instant, watch.nextDue());
      }
      if (instant > mark.getTimestamp() || instant == InstantQueue.NONE) {
        break;
      }
      apply(instant, ended);
      watermark = instant;
    }
    watermark = mark.getTimestamp();
    judgements.add(watch.judgements() - judgementsCounted);
    judgementsCounted = watch.judgements();
    super.processWatermark(mark);
  }

  private void apply(long instant, boolean ended) throws IOException {
    pendingSurroundings.take(instant, surroundings);
    pendingUpdates.take(instant, updates);
    watch.apply(instant, surroundings, updates, ended);
    meters.applied();
    surroundings.clear();
    updates.clear();
  }

  @Override
  public void event(MarginEvent event) {
    events.add(1);
    meters.issued(event.instant());
    output.collect(new StreamRecord<>(event, event.instant()));
  }

  @Override
  public void superseded(AccountUpdate update, String detail) {
    Refusal refusal =
        new Refusal(update.instant(), update.origin(), RefusalReason.SUPERSEDED, detail);
    output.collect(refusals, new StreamRecord<>(refusal, update.instant()));
  }
}
