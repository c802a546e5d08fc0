package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.HealthBins;
import io.plimsoll.jobs.book.LiquidationMap;
import io.plimsoll.risk.health.AssetTable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** All accounts, looked at at moments evenly spread over a time axis. Mutable. */
public final class BookSeries {

  /** How often, at most. */
  public static final int MOMENTS = 96;

  private final TimeAxis axis;
  private final AssetTable assets;
  private final Deque<BookPicture> pictures = new ArrayDeque<>();

  /**
   * A series without pictures yet.
   *
   * @param assets of the book that is looked at
   */
  public BookSeries(TimeAxis axis, AssetTable assets) {
    this.axis = axis;
    this.assets = assets;
  }

  /** Whether no picture of an instant's step is there. */
  public boolean isDue(long instant) {
    return pictures.isEmpty() || axis.step(instant) > step(last());
  }

  /** Takes a picture; a later one of the same step takes the place of the one before. */
  public void add(BookPicture picture) {
    if (!pictures.isEmpty() && step(last()) >= axis.step(picture.instant())) {
      pictures.removeLast();
    }
    pictures.addLast(picture);
    long kept = axis.firstKept(step(picture));
    while (step(pictures.getFirst()) < kept) {
      pictures.removeFirst();
    }
  }

  private long step(BookPicture picture) {
    return axis.step(picture.instant());
  }

  /** The last picture; there must be one. */
  private BookPicture last() {
    return pictures.getLast();
  }

  /** Writes the two objects distribution and map: the moments that are kept, from a step on. */
  public void write(JsonGenerator json, long from) throws IOException {
    List<BookPicture> told = pictures.stream().filter(p -> step(p) >= from).toList();
    long[] instants = told.stream().mapToLong(BookPicture::instant).toArray();
    json.writeObjectFieldStart("distribution");
    SeriesJson.since(json, axis.start(from));
    SeriesJson.counts(json, "t", instants);
    SeriesJson.doubles(json, "edges", HealthBins.EDGES);
    json.writeArrayFieldStart("accounts");
    for (BookPicture picture : told) {
      long[] counts = picture.health().accounts();
      json.writeArray(counts, 0, counts.length);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("debtUsd");
    for (BookPicture picture : told) {
      dollars(json, picture.health().owedUsd());
    }
    json.writeEndArray();
    SeriesJson.counts(
        json, "free", told.stream().mapToLong(picture -> picture.health().free()).toArray());
    json.writeEndObject();
    json.writeObjectFieldStart("map");
    SeriesJson.since(json, axis.start(from));
    SeriesJson.counts(json, "t", instants);
    SeriesJson.doubles(json, "moves", LiquidationMap.MOVES);
    SeriesJson.numbers(
        json, "belowUsd", told.stream().mapToDouble(p -> p.map().belowUsd()).toArray());
    json.writeArrayFieldStart("assets");
    for (int asset = 0; asset < assets.size(); asset++) {
      int id = asset;
      if (pictures.stream().anyMatch(picture -> picture.map().concerns(id))) {
        asset(json, assets.name(asset), asset, told);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void asset(JsonGenerator json, String name, int asset, List<BookPicture> pictures)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("asset", name);
    SeriesJson.numbers(
        json, "mid", pictures.stream().mapToDouble(p -> p.map().midUsd(asset)).toArray());
    json.writeArrayFieldStart("debtUsd");
    for (BookPicture picture : pictures) {
      dollars(json, picture.map().owedUsd(asset));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("accounts");
    for (BookPicture picture : pictures) {
      long[] counts = picture.map().accounts(asset);
      json.writeArray(counts, 0, counts.length);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Whole dollars: the page would be twice as long. */
  private static void dollars(JsonGenerator json, double[] usd) throws IOException {
    json.writeStartArray();
    for (double value : usd) {
      json.writeNumber(Math.round(value));
    }
    json.writeEndArray();
  }
}
