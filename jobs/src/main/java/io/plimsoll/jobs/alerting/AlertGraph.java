package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import io.plimsoll.jobs.graph.Uids;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The alerts as a graph: crossings, routes, episodes, lists, deliveries, receipts. */
final class AlertGraph {

  private AlertGraph() {}

  /**
   * Adds the whole graph to an environment.
   *
   * @param source of crossings: those of an account come in their order
   * @param readers subtasks that read
   * @param file of the routes, at the same path wherever tasks run
   * @param reload how often it is read
   * @param receipts takes what became of every delivery
   * @param deadLetters takes those that have not arrived
   * @param lists takes the parts of the lists of digests
   */
  static void define(
      StreamExecutionEnvironment env,
      Source<Crossing, ?, ?> source,
      int readers,
      String file,
      Duration reload,
      Sink<Receipt> receipts,
      Sink<Receipt> deadLetters,
      Sink<Delivery> lists) {
    SingleOutputStreamOperator<Delivery> deliveries =
        env.fromSource(
                source, WatermarkStrategy.noWatermarks(), "crossings", CrossingSerializer.TYPE)
            .uid(Uids.ALERT_CROSSINGS)
            .setParallelism(readers)
            .transform(
                "routes", RoutedSerializer.TYPE, new RoutingOperator(file, reload.toMillis()))
            .uid(Uids.ALERT_ROUTES)
            .setParallelism(1)
            .keyBy(Routed::name, Types.STRING)
            .process(new EpisodeFunction(), DeliverySerializer.TYPE)
            .name("episodes")
            .uid(Uids.ALERT_EPISODES)
            .setMaxParallelism(Pipeline.MAX_PARALLELISM);
    deliveries
        .getSideOutput(EpisodeFunction.LISTS)
        .sinkTo(lists)
        .name("digests")
        .uid(Uids.ALERT_DIGESTS_TOPIC)
        .setParallelism(1);
    DataStream<Receipt> ends =
        deliveries
            .transform(
                "delivery", ReceiptSerializer.TYPE, new DeliveryFactory(file, reload.toMillis()))
            .uid(Uids.ALERT_DELIVERY)
            .setParallelism(1);
    ends.sinkTo(receipts).name("receipts").uid(Uids.ALERT_RECEIPTS_TOPIC).setParallelism(1);
    ends.filter(receipt -> receipt.end() != End.DELIVERED)
        .name("not delivered")
        .uid(Uids.ALERT_DEAD_LETTERS)
        .setParallelism(1)
        .sinkTo(deadLetters)
        .name("dead letters")
        .uid(Uids.ALERT_DEAD_LETTERS_TOPIC)
        .setParallelism(1);
  }
}
