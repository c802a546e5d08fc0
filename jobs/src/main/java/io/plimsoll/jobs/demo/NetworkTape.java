package io.plimsoll.jobs.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes {@code indices.csv} and {@code stress.csv}: what the chains themselves tell. */
final class NetworkTape {

  private static final int INDEX_EVERY = 60;
  private static final int STRESS_EVERY = 5;
  private static final double MINUTES_A_YEAR = 525_600;

  /** An hour at which the rate is told far too high; the reading is refused. */
  private static final int WRONG_RATE = 2_340;

  private final Chance chance;

  NetworkTape(Chance chance) {
    this.chance = chance;
  }

  void write(Path directory) throws IOException {
    try (CsvFile csv =
        CsvFile.create(
            directory.resolve("indices.csv"), "timestamp,asset,exchange_rate,borrow_index")) {
      indices(csv);
    }
    try (CsvFile csv =
        CsvFile.create(directory.resolve("stress.csv"), "timestamp,venue,stress,status")) {
      stress(csv);
    }
  }

  private static void indices(CsvFile csv) throws IOException {
    double dollars = 1;
    double ether = 1;
    for (int minute = 0; minute < Timetable.MINUTES; minute += INDEX_EVERY) {
      String time = time(minute);
      double rate = PricePaths.exchangeRate(DemoAsset.STETH, minute);
      csv.row(time, DemoAsset.STETH.text(), CsvFile.decimal(rate, 12), "");
      if (minute == WRONG_RATE) {
        csv.row(time(minute + 1), DemoAsset.STETH.text(), "1.9", "");
      }
      csv.row(time(minute + 2), DemoAsset.USDC.text(), "", CsvFile.decimal(dollars, 12));
      csv.row(time(minute + 2), DemoAsset.DAI.text(), "", CsvFile.decimal(dollars, 12));
      csv.row(time(minute + 2), DemoAsset.ETH.text(), "", CsvFile.decimal(ether, 12));
      // Who must repay borrows from whom need not: dollars get dear.
      double turbulence = Timetable.TURBULENCE.at(minute);
      dollars *= 1 + (0.05 + 0.6 * turbulence * turbulence) * INDEX_EVERY / MINUTES_A_YEAR;
      ether *= 1 + 0.025 * INDEX_EVERY / MINUTES_A_YEAR;
    }
  }

  private void stress(CsvFile csv) throws IOException {
    for (int minute = 0; minute < Timetable.MINUTES; minute++) {
      if (minute % STRESS_EVERY == 0) {
        for (String venue : List.of("main", Timetable.WEAK_VENUE)) {
          csv.row(time(minute), venue, CsvFile.decimal(stressAt(minute), 3), "");
        }
      }
      if (minute == Timetable.VENUE_DOWN.from()) {
        csv.row(time(minute + 0.5), Timetable.WEAK_VENUE, "", "DOWN");
      }
      if (minute == Timetable.VENUE_DOWN.to()) {
        csv.row(time(minute + 0.5), Timetable.WEAK_VENUE, "", "UP");
      }
    }
  }

  private double stressAt(int minute) {
    double noisy = Timetable.TURBULENCE.at(minute) + 0.04 * chance.normal();
    return Math.max(0, Math.min(1, noisy));
  }

  private static String time(double minute) {
    return Instant.ofEpochMilli(Timetable.millis(minute)).toString();
  }
}
