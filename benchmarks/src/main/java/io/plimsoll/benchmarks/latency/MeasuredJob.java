package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.live.WallClock;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.Quote;
import java.util.Locale;
import org.apache.avro.Schema;

/** What quotes go through. */
enum MeasuredJob {
  /** Nothing but Flink and Kafka. */
  EMPTY("empty-in", "empty-out", "timestamp", 16),
  /** All of the pipeline. */
  MONITOR("quotes", "margin-events", "instant", 1);

  private final String input;
  private final String output;
  private final String field;
  private final int sample;

  MeasuredJob(String input, String output, String field, int sample) {
    this.input = input;
    this.output = output;
    this.field = field;
    this.sample = sample;
  }

  String input() {
    return input;
  }

  String output() {
    return output;
  }

  /** A reader at the end of what it writes. */
  ArrivalReader reader(String servers, WallClock clock) {
    return new ArrivalReader(servers, output, schema(), field, sample, clock);
  }

  private Schema schema() {
    return this == EMPTY ? Quote.getClassSchema() : MarginEvent.getClassSchema();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
