package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When an asset was not OK, from the first bar that says so to the first that does not. Mutable.
 */
final class Outages {

  private static final String OK = "OK";

  private record Outage(long from, long to, String status) {

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeNumberField("from", from);
      json.writeNumberField("to", to);
      json.writeStringField("status", status);
      json.writeEndObject();
    }
  }

  private final Deque<Outage> over = new ArrayDeque<>();
  private String status = OK;
  private long since;

  /**
   * Takes the next bar.
   *
   * @param kept what ended before it is forgotten, epoch milliseconds
   */
  void add(StateLine bar, long kept) {
    if (!bar.status().equals(status)) {
      if (!status.equals(OK)) {
        over.add(new Outage(since, bar.instant(), status));
      }
      status = bar.status();
      since = bar.instant();
    } else if (since == 0) {
      since = bar.instant();
    }
    while (!over.isEmpty() && over.peekFirst().to() < kept) {
      over.removeFirst();
    }
  }

  /** Writes those that are over, the one that goes on, and the status of the last bar. */
  void write(JsonGenerator json, StateLine last) throws IOException {
    json.writeArrayFieldStart("outages");
    for (Outage outage : over) {
      outage.write(json);
    }
    if (!status.equals(OK)) {
      new Outage(since, last.instant(), status).write(json);
    }
    json.writeEndArray();
    json.writeStringField("status", status);
    json.writeNumberField("statusSince", since);
  }
}
