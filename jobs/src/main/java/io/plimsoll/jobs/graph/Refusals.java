package io.plimsoll.jobs.graph;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.market.Refusal;
import org.apache.flink.util.OutputTag;

/** The side door by which every stage's refusals leave. */
public final class Refusals {

  /** One tag for all stages: they end in one stream. */
  public static final OutputTag<Refusal> TAG =
      new OutputTag<>("refused", IntakeSerializer.typeOf(Refusal.class));

  private Refusals() {}
}
