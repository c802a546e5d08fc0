package io.plimsoll.jobs.demo;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of rows whose cells need no quotes. */
final class CsvFile implements Closeable {

  private final BufferedWriter out;

  private CsvFile(BufferedWriter out) {
    this.out = out;
  }

  static CsvFile create(Path file, String header) throws IOException {
    CsvFile csv = new CsvFile(Files.newBufferedWriter(file));
    csv.row(header);
    return csv;
  }

  void row(String... cells) throws IOException {
    out.write(String.join(",", cells));
    out.write('\n');
  }

  /** A price with seven digits that count, as an oracle would tell it. */
  static String price(double value) {
    int whole = value >= 10_000 ? 5 : value >= 1_000 ? 4 : value >= 100 ? 3 : value >= 10 ? 2 : 1;
    return decimal(value, 7 - whole);
  }

  static String decimal(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
