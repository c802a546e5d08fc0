package io.plimsoll.jobs.compare;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.LineForm;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;

/**
 * The lines of a run's files, each refused where it is not what a backfill writes: a JSON object
 * alone may as well be a line of another file. One for each pass through a directory: it remembers
 * how far each file has come. Mutable.
 */
final class CheckedLines {

  private long lastEvent = Long.MIN_VALUE;
  private long lastState = Long.MIN_VALUE;

  EventLine event(JsonParser json) throws IOException {
    EventLine event = read(EventLine::read, json);
    require(json, event.instant() > 0 && !event.account().isEmpty(), "no margin event");
    require(
        json,
        Double.isFinite(event.exposure())
            && Double.isFinite(event.equity())
            && Double.isFinite(event.offered()),
        "a value in USD is missing");
    requireOrder(json, lastEvent, event.instant());
    lastEvent = event.instant();
    return event;
  }

  StateLine state(JsonParser json) throws IOException {
    StateLine state = read(StateLine::read, json);
    require(json, state.instant() > 0 && !state.status().isEmpty(), "no asset state");
    requireOrder(json, lastState, state.instant());
    lastState = state.instant();
    return state;
  }

  RefusedLine refused(JsonParser json) throws IOException {
    RefusedLine row = read(RefusedLine::read, json);
    require(json, !row.reason().isEmpty(), "no refused row");
    return row;
  }

  /** A cell that is none, such as a level that there is not, fails at its line as bad JSON does. */
  private static <T> T read(LineForm<T> form, JsonParser json) throws IOException {
    try {
      return form.read(json);
    } catch (IllegalArgumentException e) {
      throw new JsonParseException(json, "a cell that cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireOrder(JsonParser json, long last, long instant) throws IOException {
    require(json, instant >= last, "instant " + instant + " after " + last);
  }

  private static void require(JsonParser json, boolean holds, String what) throws IOException {
    if (!holds) {
      throw new JsonParseException(json, what);
    }
  }
}
