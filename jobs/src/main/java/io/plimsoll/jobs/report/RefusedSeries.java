package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.intake.Timestamps;
import io.plimsoll.jobs.readback.RefusedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Refused rows by reason and, where their first cell is a time, over time; a few of them whole.
 * Mutable.
 */
final class RefusedSeries {

  private static final int EXAMPLES_OF_A_REASON = 5;

  /** Longest record shown whole. */
  private static final int SHOWN = 500;

  private static final class Reason {
    final long[] perStep;
    long count;
    final List<RefusedLine> examples = new ArrayList<>();

    Reason(int steps) {
      perStep = new long[steps];
    }
  }

  private final Span span;
  private final Map<String, Reason> reasons = new TreeMap<>();

  RefusedSeries(Span span) {
    this.span = span;
  }

  void add(RefusedLine row) {
    Reason reason = reasons.computeIfAbsent(row.reason(), r -> new Reason(span.steps()));
    reason.count++;
    if (reason.examples.size() < EXAMPLES_OF_A_REASON) {
      reason.examples.add(row);
    }
    OptionalLong time = timeOf(row);
    if (time.isPresent() && time.getAsLong() >= span.from() && time.getAsLong() <= span.to()) {
      reason.perStep[span.step(time.getAsLong())]++;
    }
  }

  /** A file may have its columns in any order, but hardly any has. */
  private static OptionalLong timeOf(RefusedLine row) {
    int comma = row.record().indexOf(',');
    return Timestamps.read(comma < 0 ? row.record() : row.record().substring(0, comma));
  }

  private static String shortened(String record) {
    return record.length() > SHOWN ? record.substring(0, SHOWN) + "…" : record;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("refused");
    json.writeNumberField("stepMs", span.stepMs());
    ReportJson.counts(json, "t", IntStream.range(0, span.steps()).mapToLong(span::start).toArray());
    json.writeArrayFieldStart("reasons");
    for (Map.Entry<String, Reason> entry : reasons.entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", entry.getKey());
      json.writeNumberField("count", entry.getValue().count);
      ReportJson.counts(json, "perStep", entry.getValue().perStep);
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
