package io.plimsoll.jobs.asset;

import org.apache.flink.api.common.functions.Partitioner;
import org.apache.flink.util.MathUtils;

/** Which subtask an asset belongs to: what comes in by it, and what is restored. */
public enum ByAsset implements Partitioner<String> {
  INSTANCE;

  @Override
  public int partition(String asset, int subtasks) {
    return subtaskOf(asset, subtasks);
  }

  /** From 0; the same in every JVM. */
  static int subtaskOf(String asset, int subtasks) {
    return MathUtils.murmurHash(asset.hashCode()) % subtasks;
  }
}
