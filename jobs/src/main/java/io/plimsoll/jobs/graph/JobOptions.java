package io.plimsoll.jobs.graph;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/** Options of Flink that the jobs are written for, wherever they run. */
public final class JobOptions {

  private JobOptions() {}

  /** To start from: what a run is told is put on top. */
  public static Configuration defaults() {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false); // no Kryo, nowhere
    options.set(PipelineOptions.OBJECT_REUSE, true); // records are immutable: nothing to copy
    return options;
  }
}
