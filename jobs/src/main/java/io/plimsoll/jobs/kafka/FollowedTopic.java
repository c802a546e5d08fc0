package io.plimsoll.jobs.kafka;

import java.io.Closeable;
import java.util.function.BooleanSupplier;

/** A topic that is read from its beginning, and on. For one thread at a time. */
public interface FollowedTopic extends Closeable {

  /**
   * Reads on to what stands in the topic by now.
   *
   * @throws BrokerException when the brokers fall silent before
   */
  void readToEnd();

  /** Reads what comes, and tells after each look whether to go on. */
  void follow(BooleanSupplier goOn);

  @Override
  void close();
}
