package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.HealthBins;
import io.plimsoll.jobs.book.LiquidationMap;
import io.plimsoll.risk.health.AssetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All accounts, looked at at moments evenly spread over a run. Mutable. */
final class BookSeries {

  static final int MOMENTS = 96;

  private final Span span;
  private final Book book;
  private final List<BookPicture> pictures = new ArrayList<>();

  BookSeries(long from, long to, Book book) {
    this.span = Span.of(from, to, MOMENTS, 1);
    this.book = book;
  }

  /** Looks, if it is time to: at the first instant of each step, and at the last of all. */
  void look(long instant) {
    boolean due =
        pictures.isEmpty()
            || span.step(instant) > span.step(last().instant())
            || instant >= span.to();
    if (due && (pictures.isEmpty() || instant > last().instant())) {
      pictures.add(BookPicture.of(book, instant));
    }
  }

  private BookPicture last() {
    return pictures.get(pictures.size() - 1);
  }

  /** The two objects distribution and map. */
  void write(JsonGenerator json) throws IOException {
    long[] instants = pictures.stream().mapToLong(BookPicture::instant).toArray();
    json.writeObjectFieldStart("distribution");
    ReportJson.counts(json, "t", instants);
    ReportJson.doubles(json, "edges", HealthBins.EDGES);
    json.writeArrayFieldStart("accounts");
    for (BookPicture picture : pictures) {
      long[] counts = picture.health().accounts();
      json.writeArray(counts, 0, counts.length);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("debtUsd");
    for (BookPicture picture : pictures) {
      dollars(json, picture.health().owedUsd());
    }
    json.writeEndArray();
    ReportJson.counts(
        json, "free", pictures.stream().mapToLong(picture -> picture.health().free()).toArray());
    json.writeEndObject();
    json.writeObjectFieldStart("map");
    ReportJson.counts(json, "t", instants);
    ReportJson.doubles(json, "moves", LiquidationMap.MOVES);
    ReportJson.numbers(
        json,
        "belowUsd",
        pictures.stream().mapToDouble(picture -> picture.map().belowUsd()).toArray());
    json.writeArrayFieldStart("assets");
    AssetTable assets = book.assets();
    for (int asset = 0; asset < assets.size(); asset++) {
      int id = asset;
      if (pictures.stream().anyMatch(picture -> picture.map().concerns(id))) {
        asset(json, assets.name(asset), asset);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void asset(JsonGenerator json, String name, int asset) throws IOException {
    json.writeStartObject();
    json.writeStringField("asset", name);
    ReportJson.numbers(
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
