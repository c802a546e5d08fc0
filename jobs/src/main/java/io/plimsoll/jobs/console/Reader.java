package io.plimsoll.jobs.console;

import io.plimsoll.jobs.kafka.InputReader;
import io.plimsoll.jobs.kafka.OutputReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** One topic as it is read, and how that goes. For one thread, but for what it says of itself. */
final class Reader implements Closeable {

  enum State {
    READING,
    CAUGHT_UP,
    FAILED
  }

  /** What a reader of any kind of topic can do. */
  private interface Topic extends Closeable {
    void readToEnd();

    void follow(BooleanSupplier goOn);
  }

  private final String name;
  private final Topic topic;
  private volatile State state = State.READING;
  private volatile String detail = "";

  private Reader(String name, Topic topic) {
    this.name = name;
    this.topic = topic;
  }

  static Reader of(String name, InputReader input) {
    return new Reader(
        name,
        new Topic() {
          @Override
          public void readToEnd() {
            input.readToEnd();
          }

          @Override
          public void follow(BooleanSupplier goOn) {
            input.follow(goOn);
          }

          @Override
          public void close() {
            input.close();
          }
        });
  }

  static Reader of(String name, OutputReader<?> output) {
    return new Reader(
        name,
        new Topic() {
          @Override
          public void readToEnd() {
            output.readToEnd();
          }

          @Override
          public void follow(BooleanSupplier goOn) {
            output.follow(goOn);
          }

          @Override
          public void close() {
            output.close();
          }
        });
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
  void fail(RuntimeException why) {
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
  public void close() throws IOException {
    topic.close();
  }
}
