package io.plimsoll.jobs.monitor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/**
 * All that is logged while it is open, from DEBUG on, searched for words that must not be there.
 */
final class LogCapture extends AbstractAppender implements AutoCloseable {

  private final Collection<String> words;
  private final Level before;
  private final List<Appender> others;
  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final AtomicInteger ofKafka = new AtomicInteger();

  LogCapture(Collection<String> words) {
    super("capture", null, null, false, Property.EMPTY_ARRAY);
    this.words = List.copyOf(words);
    Logger root = (Logger) LogManager.getRootLogger();
    before = root.getLevel();
    // What others would print of it is nobody's concern.
    others = List.copyOf(root.getAppenders().values());
    others.forEach(root::removeAppender);
    start();
    root.addAppender(this);
    Configurator.setRootLevel(Level.DEBUG);
  }

  @Override
  public void append(LogEvent event) {
    StringWriter text = new StringWriter();
    text.write(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(text));
    }
    String line = text.toString();
    if (event.getLevel() == Level.DEBUG && event.getLoggerName().startsWith("org.apache.kafka")) {
      ofKafka.incrementAndGet();
    }
    if (words.stream().anyMatch(line::contains)) {
      found.add(line);
    }
  }

  /** Messages with one of the words. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** How many messages of Kafka's clients there were at DEBUG. */
  int ofKafka() {
    return ofKafka.get();
  }

  @Override
  public void close() {
    Configurator.setRootLevel(before);
    Logger root = (Logger) LogManager.getRootLogger();
    root.removeAppender(this);
    others.forEach(root::addAppender);
  }
}
