package io.plimsoll.jobs.console;

import io.plimsoll.jobs.kafka.FollowedTopic;
import java.io.Closeable;
import java.util.function.BooleanSupplier;

/** One topic as it is read, and how that goes. For one thread, but for what it says of itself. */
final class Reader implements Closeable {

  enum State {
    READING,
    CAUGHT_UP,
    FAILED
  }

  private final String name;
  private final FollowedTopic topic;
  private volatile State state = State.READING;
  private volatile String detail = "";

  /**
   * A reader at the beginning.
   *
   * @param name of the topic
   */
  Reader(String name, FollowedTopic topic) {
    this.name = name;
    this.topic = topic;
  }

  /** Reads what stands in the topic by now. */
  void readToEnd() {
    topic.readToEnd();
    state = State.CAUGHT_UP;
  }

  /** Reads what comes. */
  void follow(BooleanSupplier goOn) {
    topic.follow(goOn);
  }

  /** It will read no more. */
  void fail(Throwable why) {
    detail = why.getMessage() == null ? why.toString() : why.getMessage();
    state = State.FAILED;
  }

  String name() {
    return name;
  }

  State state() {
    return state;
  }

  /** Why it has failed. */
  String detail() {
    return detail;
  }

  @Override
  public void close() {
    topic.close();
  }
}
