package io.plimsoll.jobs.history;

import org.apache.flink.api.connector.source.SourceEvent;

/** What the enumerator and its readers tell each other of the phases. */
enum PhaseEvent implements SourceEvent {
  /** To a reader: whatever it was given of the history is all that it gets. */
  NO_MORE_HISTORY,
  /** From a reader: it has read its part of the history, or had none. */
  HISTORY_ENDED,
  /** To a reader: all have read theirs, and partitions are being given out. */
  TOPICS_BEGIN
}
