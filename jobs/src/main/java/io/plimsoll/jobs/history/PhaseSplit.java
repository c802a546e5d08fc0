package io.plimsoll.jobs.history;

import java.util.Optional;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A split of either phase.
 *
 * @param history in the first
 * @param topics in the second
 */
record PhaseSplit<H extends SourceSplit, L extends SourceSplit>(
    Optional<H> history, Optional<L> topics) implements SourceSplit, Phased<H, L> {

  static <H extends SourceSplit, L extends SourceSplit> PhaseSplit<H, L> ofHistory(H split) {
    return new PhaseSplit<>(Optional.of(split), Optional.empty());
  }

  static <H extends SourceSplit, L extends SourceSplit> PhaseSplit<H, L> ofTopics(L split) {
    return new PhaseSplit<>(Optional.empty(), Optional.of(split));
  }

  /** Its own in its phase: names of files and of partitions are what metrics and outputs go by. */
  @Override
  public String splitId() {
    return history.map(SourceSplit::splitId).orElseGet(() -> topics.orElseThrow().splitId());
  }
}
