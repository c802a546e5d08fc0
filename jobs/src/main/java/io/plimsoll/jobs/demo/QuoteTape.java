package io.plimsoll.jobs.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes {@code quotes-SOURCE.csv}: a quote a minute of each asset, and a few absurd ones. */
final class QuoteTape {

  private static final String HEADER = "timestamp,asset,price,source,confidence";

  /** Relative noise of one oracle against the others. */
  private static final double OWN_NOISE = 0.00015;

  /** Rows by the minute after whose quotes they come; all are refused, each for another reason. */
  private static final Map<QuoteSource, Map<Integer, Absurdity>> ABSURDITIES =
      Map.of(
          QuoteSource.ALPHA,
          Map.of(
              402, new Absurdity("BTC", "0", 0),
              1_934, new Absurdity("ETH", "-1", 0),
              2_463, new Absurdity("ETH", "NaN", 0),
              2_464, new Absurdity("ETH", "0.0000001", 0)),
          QuoteSource.BETA,
          Map.of(
              788, new Absurdity("DOGE", "0.07", 0),
              1_940, new Absurdity("SOL", "99999999999", 0),
              2_471, new Absurdity("BTC", "n/a", 0),
              2_472, new Absurdity("BTC", "28000", 3 * 24 * 60)),
          QuoteSource.GAMMA,
          Map.of(
              1_111, new Absurdity("LINK", "", 0),
              1_955, new Absurdity("ETH", "2391.4", -95),
              2_465, new Absurdity("ETH", "2233.1", -720)));

  /**
   * A row nobody should believe.
   *
   * @param asset of the row
   * @param price as written
   * @param minutesOff from now to the time it claims
   */
  private record Absurdity(String asset, String price, int minutesOff) {}

  private final PricePaths prices;
  private final Chance chance;

  QuoteTape(PricePaths prices, Chance chance) {
    this.prices = prices;
    this.chance = chance;
  }

  void write(Path directory) throws IOException {
    for (QuoteSource source : QuoteSource.values()) {
      Path file = directory.resolve("quotes-" + source.text() + ".csv");
      try (CsvFile csv = CsvFile.create(file, HEADER)) {
        write(source, csv);
      }
    }
  }

  private void write(QuoteSource source, CsvFile csv) throws IOException {
    for (int minute = 0; minute < Timetable.MINUTES; minute++) {
      // The first source speaks on the minute, so that bars close on prices of their own instant.
      double late = source.second() == 0 ? 0 : chance.between(0, 0.15);
      double now = minute + source.second() / 60.0 + late;
      String timestamp = String.valueOf(Timetable.millis(now));
      for (DemoAsset asset : DemoAsset.values()) {
        if (source.speaksOf(asset, minute)) {
          quote(source, asset, now, timestamp, csv);
        }
      }
      absurdity(source, minute, now, csv);
    }
  }

  private void quote(QuoteSource source, DemoAsset asset, double now, String timestamp, CsvFile csv)
      throws IOException {
    double noise = asset.beta() == 0 ? OWN_NOISE / 5 : OWN_NOISE;
    double price = prices.at(asset, source.sees(asset, now)) * (1 + noise * chance.normal());
    csv.row(
        timestamp,
        asset.text(),
        CsvFile.price(price),
        source.text(),
        source.tellsConfidence() ? CsvFile.price(price * confidence(asset, now)) : "");
  }

  /** Half the spread: it opens when nobody wants to stand in the way. */
  private double confidence(DemoAsset asset, double now) {
    double turbulence = Timetable.TURBULENCE.at(now);
    double calm = asset.beta() == 0 ? 0.0001 : 0.0003;
    return calm * (1 + 12 * turbulence * turbulence) * chance.between(0.7, 1.3);
  }

  private static void absurdity(QuoteSource source, int minute, double now, CsvFile csv)
      throws IOException {
    Absurdity row = ABSURDITIES.get(source).get(minute);
    if (row != null) {
      csv.row(
          String.valueOf(Timetable.millis(now + row.minutesOff())),
          row.asset(),
          row.price(),
          source.text(),
          "");
    }
  }
}
