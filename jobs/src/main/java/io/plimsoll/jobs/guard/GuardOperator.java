package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.asset.AssetOperator;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.metrics.Arrivals;
import io.plimsoll.risk.mark.MarkPolicy;
import io.plimsoll.risk.mark.MarkState;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.mark.RatePolicy;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Applies an asset's readings instant by instant, once the watermark has passed them, and with them
 * what falls due by itself: a quote that expires, a jump that is confirmed, a bar that closes.
 *
 * <p>At the end of bounded input (the last watermark, {@link Long#MAX_VALUE}) nothing falls due any
 * more: the source has sent the last instant before.
 */
final class GuardOperator extends AssetOperator<AssetReading, GuardState, MarkChange> {

  private static final long serialVersionUID = 1L;

  static final String STATE = "guard";

  private static final String WATERMARK = "watermark";

  private final RiskParameters parameters;
  private final OutputTag<Refusal> refusals;

  private transient MarkPolicy policy;
  private transient InstantReadings instant;
  private transient StreamRecord<MarkChange> record;
  private transient long watermark;
  private transient DueAssets due;
  private transient ListState<Long> savedWatermark;
  private transient GuardMetrics meters;
  private transient Arrivals arrivals;

  /** The watermark of the restored checkpoint, for assets that it did not know of. */
  private transient long overBefore;

  GuardOperator(RiskParameters parameters, OutputTag<Refusal> refusals) {
    super(STATE);
    this.parameters = parameters;
    this.refusals = refusals;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    savedWatermark =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>(WATERMARK, LongSerializer.INSTANCE));
    OptionalLong least =
        StreamSupport.stream(savedWatermark.get().spliterator(), false)
            .mapToLong(Long::longValue)
            .min();
    overBefore = least.orElse(Long.MIN_VALUE);
  }

  @Override
  public void open() throws Exception {
    super.open();
    policy = new MarkPolicy();
    instant = new InstantReadings(this::refuse);
    record = new StreamRecord<>(null);
    watermark = Long.MIN_VALUE;
    due = new DueAssets();
    arrivals = new Arrivals();
    meters = new GuardMetrics(getMetricGroup());
    states().forEach(this::resume);
  }

  private void resume(GuardState state) {
    schedule(state);
    if (parameters.knows(state.asset) && state.mark.marked) {
      meters.marked(state.mark.status);
    }
  }

  /** An asset that has no parameters any more keeps its state, and nothing happens to it. */
  private void schedule(GuardState state) {
    if (parameters.knows(state.asset)) {
      long pending =
          state.pending.stream().mapToLong(MarketEvent::instant).min().orElse(Long.MAX_VALUE);
      due.moveTo(Math.min(pending, nextDue(state, parameters.asset(state.asset))), state);
    }
  }

  @Override
  protected Codec<GuardState> codec() {
    return GuardStateCodec.INSTANCE;
  }

  @Override
  protected GuardState newState(String asset) {
    GuardState state = new GuardState(asset);
    state.overUpTo = overBefore;
    schedule(state);
    return state;
  }

  @Override
  public void processElement(StreamRecord<AssetReading> element) {
    AssetReading reading = element.getValue();
    GuardState state = state(reading.asset());
    MarketEvent event = reading.event();
    long instant = event.instant();
    long over = Math.max(watermark, state.overUpTo);
    if (instant <= over) {
      refuse(event, RefusalReason.LATE, "its instant is over: the watermark stands at " + over);
      return;
    }
    state.await(event);
    arrivals.note(instant, element.getTimestamp(), watermark);
    if (instant < state.next && state.place != GuardState.NOWHERE) {
      due.moveTo(instant, state);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    while (due.first() <= watermark && due.first() != Long.MAX_VALUE) {
      GuardState state = due.firstAsset();
      due.moveTo(advance(state, parameters.asset(state.asset)), state);
    }
    super.processWatermark(mark);
  }

  @Override
  protected void beforeSnapshot() throws Exception {
    if (watermark == Long.MAX_VALUE) {
      return; // the end of this input need not be the end of the next
    }
    savedWatermark.update(List.of(Math.max(watermark, overBefore)));
    for (GuardState state : states()) {
      state.overUpTo = Math.max(state.overUpTo, watermark);
    }
  }

  /** Applies the asset's instants up to the watermark; when the next will be due. */
  private long advance(GuardState state, AssetParameters asset) {
    List<MarketEvent> pending = state.inOrder();
    int next = 0;
    long now;
    while (true) {
      long event = next < pending.size() ? pending.get(next).instant() : Long.MAX_VALUE;
      now = Math.min(event, nextDue(state, asset));
      if (now > watermark || now == Long.MAX_VALUE) {
        break;
      }
      int end = next;
      while (end < pending.size() && pending.get(end).instant() == now) {
        end++;
      }
      apply(state, asset, now, next, end);
      next = end;
    }
    state.forget(next);
    return now;
  }

  private long nextDue(GuardState state, AssetParameters asset) {
    if (watermark == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    // Shorter limits after a restore may have made something due in the past.
    long due = laterOf(MarkPolicy.nextDue(state.mark, asset.guard()), state.overUpTo);
    return Math.min(state.nextBarClose, due);
  }

  private static long laterOf(long due, long over) {
    return due > over ? due : over + 1;
  }

  /** One instant of one asset: stress, indices, quotes and what falls due, the bar. */
  private void apply(GuardState state, AssetParameters asset, long now, int from, int to) {
    MarkState mark = state.mark;
    boolean wasMarked = mark.marked;
    MarkStatus statusBefore = mark.status;
    double midBefore = mark.mid;
    double lowBefore = mark.low;
    double highBefore = mark.high;
    double rateBefore = state.rates.exchangeRate;
    double indexBefore = state.rates.borrowIndex;

    meters.applied();
    instant.apply(state, asset, now, state.pending, from, to);
    if (instant.quoted() || MarkPolicy.nextDue(mark, asset.guard()) <= now) {
      policy.derive(mark, asset.guard(), now);
    }
    long interval = parameters.bars().intervalMs();
    long bar = Math.floorDiv(now, interval) * interval;
    boolean barClose = mark.marked && bar == now;
    if (instant.quoted() || instant.indexed() || barClose) {
      RatePolicy.derive(state.rates, asset.rates(), now);
    }
    if (!mark.marked) {
      return;
    }
    if (!wasMarked) {
      meters.marked(mark.status);
    } else if (mark.status != statusBefore) {
      meters.changed(statusBefore, mark.status);
    }
    state.nextBarClose = bar + interval;
    boolean changed =
        !wasMarked
            || mark.status != statusBefore
            || mark.mid != midBefore
            || mark.low != lowBefore
            || mark.high != highBefore
            || state.rates.exchangeRate != rateBefore
            || state.rates.borrowIndex != indexBefore;
    if (changed || barClose) {
      output.collect(record.replace(change(state, now, barClose), arrivals.of(now)));
    }
  }

  private static MarkChange change(GuardState state, long now, boolean barClose) {
    MarkState mark = state.mark;
    return new MarkChange(
        now,
        state.asset,
        mark.status,
        mark.mid,
        mark.low,
        mark.high,
        state.rates.exchangeRate,
        state.rates.borrowIndex,
        state.stress,
        barClose);
  }

  private void refuse(MarketEvent event, RefusalReason reason, String detail) {
    Refusal refusal = new Refusal(event.instant(), event.origin(), reason, detail);
    output.collect(refusals, new StreamRecord<>(refusal, event.instant()));
  }
}
