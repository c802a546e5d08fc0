package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.RefusedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Refused rows by reason: how many, when, and what some of them said. Bounded. Mutable. */
public final class RefusedSeries {

  private static final int EXAMPLES_OF_A_REASON = 5;

  /** Longest record shown whole. */
  private static final int SHOWN = 500;

  private static final class Reason {
    final Column perStep;
    long count;
    final List<RefusedLine> examples = new ArrayList<>();

    Reason(TimeAxis axis) {
      perStep = new Column(axis);
    }
  }

  private final TimeAxis axis;
  private final Map<String, Reason> reasons = new TreeMap<>();
  private long step;
  private long count;

  /** Of a time axis, nothing counted yet. */
  public RefusedSeries(TimeAxis axis) {
    this.axis = axis;
  }

  /** The same counts on another axis, on which nothing is drawn yet. */
  public RefusedSeries on(TimeAxis other) {
    RefusedSeries moved = new RefusedSeries(other);
    moved.count = count;
    reasons.forEach(
        (name, reason) -> {
          Reason same = new Reason(other);
          same.count = reason.count;
          same.examples.addAll(reason.examples);
          moved.reasons.put(name, same);
        });
    return moved;
  }

  /**
   * Counts a row.
   *
   * @param time of the row, epoch milliseconds, if it says one
   */
  public void add(RefusedLine row, OptionalLong time) {
    count++;
    Reason reason = reasons.computeIfAbsent(row.reason(), r -> new Reason(axis));
    reason.count++;
    if (reason.examples.size() < EXAMPLES_OF_A_REASON) {
      reason.examples.add(row);
    }
    if (time.isPresent() && isKept(time.getAsLong())) {
      reason.perStep.add(axis.step(time.getAsLong()), 1);
    }
  }

  private boolean isKept(long time) {
    boolean onAxis = time >= axis.from() && (time - axis.from()) / axis.stepMs() <= axis.end();
    return onAxis && axis.step(time) <= step && axis.step(time) >= axis.firstKept(step);
  }

  /** Time has passed up to an instant. */
  public void reach(long now) {
    long to = axis.step(now);
    for (long next = Math.max(step + 1, axis.firstKept(to)); next <= to; next++) {
      for (Reason reason : reasons.values()) {
        reason.perStep.set(next, 0);
      }
    }
    step = Math.max(step, to);
  }

  /** How many rows. */
  public long count() {
    return count;
  }

  private static String shortened(String record) {
    return record.length() > SHOWN ? record.substring(0, SHOWN) + "…" : record;
  }

  /** Writes the object refused. */
  public void write(JsonGenerator json) throws IOException {
    long[] steps = LongStream.rangeClosed(axis.firstKept(step), step).toArray();
    json.writeObjectFieldStart("refused");
    json.writeNumberField("stepMs", axis.stepMs());
    SeriesJson.counts(json, "t", LongStream.of(steps).map(axis::start).toArray());
    json.writeArrayFieldStart("reasons");
    for (Map.Entry<String, Reason> entry : reasons.entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", entry.getKey());
      json.writeNumberField("count", entry.getValue().count);
      SeriesJson.numbers(json, "perStep", entry.getValue().perStep.at(steps));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (Reason reason : reasons.values()) {
      for (RefusedLine row : reason.examples) {
        json.writeStartObject();
        json.writeStringField("file", row.file());
        json.writeNumberField("line", row.line());
        json.writeStringField("reason", row.reason());
        json.writeStringField("record", shortened(row.record()));
        json.writeStringField("detail", row.detail());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
