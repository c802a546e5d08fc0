package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Each asset over time: of each step the last bar, and between which mids it moved. Mutable. */
final class AssetSeries {

  private static final String OK = "OK";

  private final Span span;
  private final Map<String, Series> assets = new TreeMap<>();

  AssetSeries(Span span) {
    this.span = span;
  }

  void add(StateLine bar) {
    assets.computeIfAbsent(bar.asset(), asset -> new Series(span)).add(bar);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("assets");
    for (Map.Entry<String, Series> entry : assets.entrySet()) {
      json.writeStartObject();
      json.writeStringField("asset", entry.getKey());
      json.writeNumberField("stepMs", span.stepMs());
      entry.getValue().write(json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One asset's. */
  private static final class Series {

    private final Span span;
    private final long[] instant;
    private final double[] mid;
    private final double[] lowest;
    private final double[] highest;
    private final double[] volatility;
    private final double[] loadFactor;
    private final Outages outages = new Outages();
    private long lastInstant;

    Series(Span span) {
      this.span = span;
      instant = new long[span.steps()];
      mid = new double[instant.length];
      lowest = new double[instant.length];
      highest = new double[instant.length];
      volatility = new double[instant.length];
      loadFactor = new double[instant.length];
      Arrays.fill(lowest, Double.POSITIVE_INFINITY);
      Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    void add(StateLine bar) {
      int step = span.step(bar.instant());
      instant[step] = bar.instant();
      mid[step] = bar.mid();
      lowest[step] = Math.min(lowest[step], bar.mid());
      highest[step] = Math.max(highest[step], bar.mid());
      volatility[step] = bar.volatility();
      loadFactor[step] = bar.loadFactor();
      outages.add(bar);
      lastInstant = bar.instant();
    }

    void write(JsonGenerator json) throws IOException {
      int[] told = IntStream.range(0, mid.length).filter(i -> instant[i] > 0).toArray();
      ReportJson.counts(json, "t", Arrays.stream(told).mapToLong(i -> instant[i]).toArray());
      write(json, "mid", mid, told);
      write(json, "lowest", lowest, told);
      write(json, "highest", highest, told);
      write(json, "volatility", volatility, told);
      write(json, "loadFactor", loadFactor, told);
      outages.write(json, lastInstant);
    }

    private static void write(JsonGenerator json, String name, double[] values, int[] told)
        throws IOException {
      ReportJson.numbers(json, name, Arrays.stream(told).mapToDouble(i -> values[i]).toArray());
    }
  }

  /** When it was not OK, from the first bar that says so to the first that does not. */
  private static final class Outages {

    private record Outage(long from, long to, String status) {}

    private final List<Outage> over = new ArrayList<>();
    private String status = OK;
    private long since;

    void add(StateLine bar) {
      if (!bar.status().equals(status)) {
        end(bar.instant());
        status = bar.status();
        since = bar.instant();
      }
    }

    private void end(long instant) {
      if (!status.equals(OK)) {
        over.add(new Outage(since, instant, status));
      }
    }

    void write(JsonGenerator json, long lastInstant) throws IOException {
      end(lastInstant);
      status = OK;
      json.writeArrayFieldStart("outages");
      for (Outage outage : over) {
        json.writeStartObject();
        json.writeNumberField("from", outage.from());
        json.writeNumberField("to", outage.to());
        json.writeStringField("status", outage.status());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
