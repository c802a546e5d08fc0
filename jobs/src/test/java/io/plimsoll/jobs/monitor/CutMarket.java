package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.demo.DemoMarket;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An invented market of two days that is cut at a random instant in its crash. Its files hold all
 * rows up to the cut, its topics all records from a few minutes before the cut on. Wherever the one
 * has what the other should be asked for, it lies: a lie that is believed shows in the events.
 *
 * @param whole directory of the undivided market
 * @param data directory of the files that tell the truth before the cut
 * @param cut first instant of the topics, epoch milliseconds
 */
record CutMarket(Path whole, Path data, long cut) {

  private static final long MINUTE_MS = 60_000L;
  private static final long OVERLAP_MS = 7 * MINUTE_MS;
  private static final int ACCOUNTS = 40;

  /** Minutes between which the market falls, so that there are events on both sides of a cut. */
  private static final int FIRST = 1_900;

  private static final int LAST = 2_470;
  private static final double LIE = 1.0;

  static CutMarket write(Path directory, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path whole = directory.resolve("whole");
    new DemoMarket(seed, ACCOUNTS).write(whole);
    long minutes = random.nextLong(FIRST, LAST);
    long cut = DemoMarket.FIRST_INSTANT + minutes * MINUTE_MS + random.nextLong(MINUTE_MS);
    return new CutMarket(whole, lies(whole, directory.resolve("data"), cut), cut);
  }

  /** Files of the same names that are true of nothing. */
  Path lies(Path directory) throws IOException {
    return lies(whole, directory, Long.MIN_VALUE);
  }

  private static Path lies(Path whole, Path data, long from) throws IOException {
    Files.createDirectories(data);
    try (Stream<Path> files = Files.list(whole)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        Files.write(data.resolve(file.getFileName()), lines(file, from));
      }
    }
    return data;
  }

  /** A file's lines, false quotes from an instant on. */
  private static List<String> lines(Path file, long from) throws IOException {
    List<String> lines = new ArrayList<>();
    int price = -1;
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      if (lines.isEmpty()) {
        price = List.of(cells).indexOf("price");
      } else if (price >= 0 && time(cells[0]) >= from) {
        cells[price] = Double.toString(LIE);
      }
      lines.add(String.join(",", cells));
    }
    return lines;
  }

  private static long time(String cell) {
    return Character.isDigit(cell.charAt(cell.length() - 1))
        ? Long.parseLong(cell)
        : Instant.parse(cell).toEpochMilli();
  }

  Path parameters() {
    return whole.resolve("parameters.yaml");
  }

  /** The records of its topics, false quotes before the cut. */
  List<InputRecord> records(RiskParameters parameters) throws Exception {
    return all(parameters).stream()
        .filter(record -> time(record) >= cut - OVERLAP_MS)
        .map(record -> time(record) < cut ? lying(record) : record)
        .toList();
  }

  long rowsBeforeCut(RiskParameters parameters) throws Exception {
    return all(parameters).stream().filter(record -> time(record) < cut).count();
  }

  private List<InputRecord> all(RiskParameters parameters) throws Exception {
    return PlayedCase.of(whole, parameters).records();
  }

  static long time(InputRecord record) {
    int timestamp = record.value().getSchema().getField("timestamp").pos();
    return ((Instant) record.value().get(timestamp)).toEpochMilli();
  }

  private static InputRecord lying(InputRecord record) {
    return record.value() instanceof io.plimsoll.contract.Quote quote
        ? new InputRecord(
            record.kind(),
            record.key(),
            io.plimsoll.contract.Quote.newBuilder(quote).setPrice(LIE).build())
        : record;
  }
}
