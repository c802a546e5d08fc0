package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Wires the way in: what a source accepted goes on, what it refused leaves by the side door. */
public final class IntakeStage {

  private IntakeStage() {}

  /** Accepted events; refusals under {@link Refusals#TAG}. */
  public static SingleOutputStreamOperator<MarketEvent> attach(DataStream<Intake> intake) {
    return intake
        .process(new IntakeFunction())
        .returns(IntakeSerializer.typeOf(MarketEvent.class))
        .name("intake")
        .uid(Uids.INTAKE)
        .setParallelism(intake.getParallelism()); // chained to its source
  }
}
