package io.plimsoll.benchmarks.flink;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.core.io.InputStatus;

/** What a source emits, and when it may. Used by one thread. */
interface Feed<T> {

  /** Makes a feed that starts where an earlier one was. */
  @FunctionalInterface
  interface Factory<T> extends Serializable {
    Feed<T> from(long position);
  }

  /** Emits the next element, or says that there is none now or none any more. */
  InputStatus emit(ReaderOutput<T> output);

  /** Done when there may be a next element. */
  CompletableFuture<Void> available();

  /** From where a restored source goes on. */
  long position();
}
