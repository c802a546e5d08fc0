package io.plimsoll.jobs.market;

import io.plimsoll.jobs.codec.CodecTypeInfo;
import org.apache.flink.util.OutputTag;

/** The side door by which every stage's refusals leave. */
public final class Refusals {

  /** One tag for all stages: they end in one stream. */
  public static final OutputTag<Refusal> TAG =
      new OutputTag<>("refused", new CodecTypeInfo<>(Refusal.class, RefusalSerializer.INSTANCE));

  private Refusals() {}
}
