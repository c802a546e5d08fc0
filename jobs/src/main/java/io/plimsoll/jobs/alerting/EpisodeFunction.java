package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Episode;
import io.plimsoll.jobs.alert.EpisodeMachine;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.RouteState;
import io.plimsoll.jobs.alert.delivery.Delivery;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs the machine of each route, and addresses what it tells to the route's notifiers; the list of
 * a digest to whoever asks for it as well, since not every notifier takes one.
 */
final class EpisodeFunction extends KeyedProcessFunction<String, Routed, Delivery> {

  private static final long serialVersionUID = 1L;

  private static final ValueStateDescriptor<RouteMemory> ROUTE =
      new ValueStateDescriptor<>("route", RouteMemorySerializer.INSTANCE);

  static final MapStateDescriptor<String, Episode> EPISODES =
      new MapStateDescriptor<>("episodes", StringSerializer.INSTANCE, EpisodeSerializer.INSTANCE);

  /** Every part of a list once, addressed to nobody. */
  static final OutputTag<Delivery> LISTS = new OutputTag<>("lists", DeliverySerializer.TYPE);

  private static final String NOBODY = "";

  private transient ValueState<RouteMemory> memory;
  private transient MapState<String, Episode> episodes;

  @Override
  public void open(OpenContext context) {
    memory = getRuntimeContext().getState(ROUTE);
    episodes = getRuntimeContext().getMapState(EPISODES);
  }

  @Override
  public void processElement(Routed routed, Context context, Collector<Delivery> out)
      throws Exception {
    if (routed.route().isEmpty()) {
      // Whom it told is not known any more; Alertmanager's alerts end by themselves.
      memory.clear();
      episodes.clear();
      return;
    }
    Route route = routed.route().orElseThrow();
    RouteMemory before = memory.value();
    RouteState state = before == null ? RouteState.NEW : before.state();
    long now = context.timerService().currentProcessingTime();
    EpisodeMachine machine = machine(route, state, now, context, out);
    machine.wake(now);
    routed.crossing().ifPresent(crossing -> machine.cross(crossing, now));
    remember(route, machine.state(), context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Delivery> out) throws Exception {
    RouteMemory before = memory.value();
    if (before == null) {
      return; // the route is gone
    }
    long now = Math.max(time, context.timerService().currentProcessingTime());
    EpisodeMachine machine = machine(before.route(), before.state(), now, context, out);
    machine.wake(now);
    remember(before.route(), machine.state(), context.timerService());
  }

  private EpisodeMachine machine(
      Route route, RouteState state, long now, Context context, Collector<Delivery> out) {
    return new EpisodeMachine(
        route,
        state,
        new StoredEpisodes(episodes),
        notice -> address(route, notice, now, context, out));
  }

  private static void address(
      Route route,
      Notice notice,
      long now,
      KeyedProcessFunction<String, Routed, Delivery>.Context context,
      Collector<Delivery> out) {
    if (notice instanceof DigestPart) {
      context.output(LISTS, new Delivery(NOBODY, notice, now));
    }
    for (String notifier : route.notifiers()) {
      out.collect(new Delivery(notifier, notice, now));
    }
  }

  private void remember(Route route, RouteState state, TimerService timers) throws Exception {
    memory.update(new RouteMemory(route, state));
    if (state.due() != RouteState.NEVER) {
      timers.registerProcessingTimeTimer(state.due());
    }
  }
}
