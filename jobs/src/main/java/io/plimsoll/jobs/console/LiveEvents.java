package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.terminal.EventWords;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The latest events of all accounts, numbered. Mutable. */
final class LiveEvents {

  private static final int KEPT = 200;
  private static final int MINUTE = 61;

  private record Told(long number, EventLine event) {}

  private final Deque<Told> latest = new ArrayDeque<>();

  /** How many there were, a moment after the other, for a minute. */
  private final Deque<Long> counts = new ArrayDeque<>();

  private long count;

  void add(EventLine event) {
    count++;
    latest.addFirst(new Told(count, event));
    if (latest.size() > KEPT) {
      latest.removeLast();
    }
  }

  /** How many there were. */
  long count() {
    return count;
  }

  /** A second is over; what was counted before the first one was there before anybody looked. */
  void second() {
    counts.addLast(count);
    if (counts.size() > MINUTE) {
      counts.removeFirst();
    }
  }

  /** Over the last minute, or as much as has passed of the first. */
  long perMinute() {
    return counts.isEmpty() ? 0 : count - counts.getFirst();
  }

  /** Writes the array events: those after a number, newest first. */
  void write(JsonGenerator json, long after) throws IOException {
    json.writeArrayFieldStart("events");
    Iterator<Told> newest = latest.iterator();
    boolean more = newest.hasNext();
    while (more) {
      Told told = newest.next();
      more = told.number() > after && newest.hasNext();
      if (told.number() > after) {
        write(json, told.event());
      }
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, EventLine event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("instant", event.instant());
    json.writeStringField("account", event.account());
    json.writeStringField("from", event.from().name());
    json.writeStringField("to", event.to().name());
    json.writeFieldName("healthFactor");
    SeriesJson.number(json, event.healthFactor());
    json.writeFieldName("debtUsd");
    SeriesJson.number(json, event.debtValue());
    json.writeFieldName("equityUsd");
    SeriesJson.number(json, event.equity());
    json.writeStringField("offer", EventWords.of(event.terms()));
    json.writeEndObject();
  }
}
