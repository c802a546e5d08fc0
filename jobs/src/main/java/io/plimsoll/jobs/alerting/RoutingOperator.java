package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.routes.AlertRoutes;
import io.plimsoll.jobs.metrics.Metrics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Says which routes tell of a crossing, and each route when it has changed in the file. One
 * subtask, so that a change counts from one crossing on, for all of them.
 */
final class RoutingOperator extends AbstractStreamOperator<Routed>
    implements OneInputStreamOperator<Crossing, Routed> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long everyMs;

  private transient WatchedRoutes watched;
  private transient Set<String> told;
  private transient ListState<String> saved;

  /**
   * An operator.
   *
   * @param file of the routes
   * @param everyMs how often it is read, milliseconds
   */
  RoutingOperator(String file, long everyMs) {
    this.file = file;
    this.everyMs = everyMs;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("routes", StringSerializer.INSTANCE));
    told = new TreeSet<>();
    saved.get().forEach(told::add);
  }

  @Override
  public void open() throws Exception {
    super.open();
    watched = new WatchedRoutes(file);
    Metrics.of(getMetricGroup()).gauge("routesFileWrong", () -> watched.isWrong() ? 1 : 0);
    ProcessingTimeService timers = getProcessingTimeService();
    ScheduledFuture<?> unused =
        timers.registerTimer(timers.getCurrentProcessingTime(), time -> tellAll());
  }

  private void tellAll() {
    tell(watched.routes());
    watched.watch(getProcessingTimeService(), everyMs, this::tellChanged);
  }

  private void tellChanged() {
    LOG.info("the routes have changed: {}", watched.routes().routes().keySet());
    tell(watched.routes());
  }

  private void tell(AlertRoutes routes) {
    for (String name : told) {
      if (!routes.routes().containsKey(name)) {
        output.collect(new StreamRecord<>(Routed.gone(name)));
      }
    }
    told = new TreeSet<>(routes.routes().keySet());
    routes.routes().values().forEach(r -> output.collect(new StreamRecord<>(Routed.changed(r))));
  }

  @Override
  public void processElement(StreamRecord<Crossing> element) {
    for (Route route : watched.routes().routes().values()) {
      if (route.accounts().hold(element.getValue().account())) {
        output.collect(new StreamRecord<>(Routed.crossing(route, element.getValue())));
      }
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.update(List.copyOf(told));
  }
}
