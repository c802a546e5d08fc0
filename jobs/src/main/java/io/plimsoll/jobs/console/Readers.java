package io.plimsoll.jobs.console;

import io.plimsoll.jobs.book.TopicBook;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.terminal.EventSentence;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readers of a monitor's topics. All that stands in them by now is read first, one topic after
 * the other, and each is followed by a thread of its own then. A reader that fails says so; the
 * others go on.
 */
final class Readers implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  private final LiveMonitor monitor;
  private final List<Reader> all = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean goOn = true;

  /**
   * Readers at the beginning of their topics.
   *
   * @param maxRecordBytes longest value that is decoded
   * @throws io.plimsoll.jobs.kafka.BrokerException when brokers or a topic are not there
   */
  Readers(TopicSettings topics, int maxRecordBytes, LiveMonitor monitor) {
    this.monitor = monitor;
    Consumer<String> unreadable = line -> LOG.warn("unreadable: {}", line);
    // Bars first: time begins with them, and what they say of now decides what of the past is
    // shown.
    all.add(
        new Reader(
            topics.outputs().assetStates(),
            OutputReader.ofStates(
                topics.brokers(),
                topics.outputs().assetStates(),
                topics.format(),
                topics.startTimeout(),
                monitor::take,
                unreadable)));
    for (RowKind kind : TopicBook.KINDS) {
      all.add(
          new Reader(
              topics.inputs().topic(kind),
              TopicBook.rows(kind, topics, monitor.parameters(), maxRecordBytes, monitor::take)));
    }
    all.add(
        new Reader(
            topics.outputs().marginEvents(),
            OutputReader.ofEvents(
                topics.brokers(),
                topics.outputs().marginEvents(),
                topics.format(),
                topics.startTimeout(),
                event -> monitor.take(EventSentence.line(event)),
                unreadable)));
    all.add(
        new Reader(
            topics.outputs().refused(),
            OutputReader.ofRefused(
                topics.brokers(),
                topics.outputs().refused(),
                topics.format(),
                topics.startTimeout(),
                refused -> monitor.take(line(refused), refused.refusedAt()),
                unreadable)));
  }

  private static RefusedLine line(RefusedInput refused) {
    String record =
        refused.value().map(value -> new String(value, StandardCharsets.UTF_8)).orElse("");
    return new RefusedLine(
        refused.place(), refused.offset(), refused.reason(), printable(record), refused.detail());
  }

  /** Values are Avro: what is text in them can be read, and nothing of the rest harms. */
  private static String printable(String text) {
    return text.replaceAll("[^\\p{Print}]+", "·");
  }

  List<Reader> all() {
    return all;
  }

  /** Starts to read. */
  void start() {
    start("catch-up", this::catchUp);
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, "console-" + name);
    thread.setDaemon(true);
    synchronized (threads) {
      threads.add(thread);
    }
    thread.start();
  }

  private void catchUp() {
    for (Reader reader : all) {
      attempt(reader, reader::readToEnd);
    }
    monitor.catchUp();
    for (Reader reader : all) {
      if (goOn && reader.state() != Reader.State.FAILED) {
        start(reader.name(), () -> attempt(reader, () -> reader.follow(() -> goOn)));
      }
    }
  }

  private static void attempt(Reader reader, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) { // no memory, say: whoever looks must know
      reader.fail(e);
      LOG.error("topic {} is read no more", reader.name(), e);
    }
  }

  @Override
  public void close() {
    goOn = false;
    List<Thread> started;
    synchronized (threads) {
      started = List.copyOf(threads);
    }
    for (Thread thread : started) {
      try {
        thread.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Reader reader : all) {
      reader.close();
    }
  }
}
