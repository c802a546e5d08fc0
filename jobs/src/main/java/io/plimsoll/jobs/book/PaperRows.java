package io.plimsoll.jobs.book;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesCursor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run carried out on paper, by instant: beside its rows, the only thing that changes what
 * accounts hold. For one thread.
 */
public final class PaperRows implements Closeable {

  private final Optional<JsonLinesCursor<EventLine>> events;
  private Optional<EventLine> head = Optional.empty();

  private PaperRows(Optional<JsonLinesCursor<EventLine>> events) throws IOException {
    this.events = events;
    advance();
  }

  /** Of a run that carried out nothing. */
  public static PaperRows none() throws IOException {
    return new PaperRows(Optional.empty());
  }

  /** Of a run's margin-events.jsonl. */
  public static PaperRows of(Path file) throws IOException {
    return new PaperRows(Optional.of(new JsonLinesCursor<>(file, EventLine::read)));
  }

  private void advance() throws IOException {
    head = Optional.empty();
    if (events.isPresent()) {
      do {
        head = events.get().next();
      } while (head.isPresent() && !head.get().isExecuted());
    }
  }

  /** The instant of the next, or {@link Long#MAX_VALUE} at the end. */
  public long next() {
    return head.map(EventLine::instant).orElse(Long.MAX_VALUE);
  }

  /** Carries out what the next instant has, after its rows. */
  public void applyTo(Book book) throws IOException {
    long instant = next();
    while (head.isPresent() && next() == instant) {
      book.apply(head.get());
      advance();
    }
  }

  @Override
  public void close() throws IOException {
    if (events.isPresent()) {
      events.get().close();
    }
  }
}
