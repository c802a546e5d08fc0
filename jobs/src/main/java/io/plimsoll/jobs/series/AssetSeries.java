package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Each asset over time: of each step the last bar, and between which mids it moved. Mutable. */
public final class AssetSeries {

  private final TimeAxis axis;
  private final Map<String, Series> assets = new TreeMap<>();

  /** Of a time axis, without assets yet. */
  public AssetSeries(TimeAxis axis) {
    this.axis = axis;
  }

  /**
   * Takes the next bar of an asset.
   *
   * @return false for one that is not later than the last: it was taken already
   */
  public boolean add(StateLine bar) {
    return assets.computeIfAbsent(bar.asset(), asset -> new Series(axis)).add(bar);
  }

  /** The last bar of each asset, by asset. */
  public Map<String, StateLine> lastBars() {
    Map<String, StateLine> bars = new TreeMap<>();
    assets.forEach((asset, series) -> series.last.ifPresent(bar -> bars.put(asset, bar)));
    return bars;
  }

  /**
   * Writes the array assets: the steps that are kept, from one on; whoever has none is not in it.
   */
  public void write(JsonGenerator json, long from) throws IOException {
    json.writeArrayFieldStart("assets");
    for (Map.Entry<String, Series> entry : assets.entrySet()) {
      long[] steps = entry.getValue().steps(from);
      if (steps.length > 0) {
        json.writeStartObject();
        json.writeStringField("asset", entry.getKey());
        json.writeNumberField("stepMs", axis.stepMs());
        SeriesJson.since(json, axis.start(from));
        entry.getValue().write(json, steps);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** One asset's. */
  private static final class Series {

    private final TimeAxis axis;
    private final Column instant;
    private final Column mid;
    private final Column lowest;
    private final Column highest;
    private final Column volatility;
    private final Column loadFactor;
    private final Outages outages = new Outages();
    private Optional<StateLine> last = Optional.empty();

    Series(TimeAxis axis) {
      this.axis = axis;
      instant = new Column(axis);
      mid = new Column(axis);
      lowest = new Column(axis);
      highest = new Column(axis);
      volatility = new Column(axis);
      loadFactor = new Column(axis);
    }

    boolean add(StateLine bar) {
      if (last.isPresent() && bar.instant() <= last.get().instant()) {
        return false;
      }
      long step = axis.step(bar.instant());
      boolean first = !isTold(step);
      instant.set(step, (double) bar.instant());
      mid.set(step, bar.mid());
      lowest.set(step, first ? bar.mid() : Math.min(lowest.at(step), bar.mid()));
      highest.set(step, first ? bar.mid() : Math.max(highest.at(step), bar.mid()));
      volatility.set(step, bar.volatility());
      loadFactor.set(step, bar.loadFactor());
      last = Optional.of(bar);
      outages.add(bar, axis.start(axis.firstKept(step)));
      return true;
    }

    /** What stands there may be of a step that is long forgotten. */
    private boolean isTold(long step) {
      return instant.at(step) > 0 && axis.step((long) instant.at(step)) == step;
    }

    /** Those that have a bar. */
    long[] steps(long from) {
      long end = last.map(bar -> axis.step(bar.instant())).orElse(-1L);
      return LongStream.rangeClosed(Math.max(from, axis.firstKept(end)), end)
          .filter(this::isTold)
          .toArray();
    }

    void write(JsonGenerator json, long[] steps) throws IOException {
      SeriesJson.numbers(json, "t", instant.at(steps));
      SeriesJson.numbers(json, "mid", mid.at(steps));
      SeriesJson.numbers(json, "lowest", lowest.at(steps));
      SeriesJson.numbers(json, "highest", highest.at(steps));
      SeriesJson.numbers(json, "volatility", volatility.at(steps));
      SeriesJson.numbers(json, "loadFactor", loadFactor.at(steps));
      outages.write(json, last.orElseThrow());
    }
  }
}
