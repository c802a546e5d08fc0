package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Cells;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of one open file, in order. Not thread-safe. */
interface Rows extends Closeable {

  /** Opens a file and reads its header. */
  static Rows open(DataFile file) throws IOException {
    return switch (file.format()) {
      case CSV, CSV_GZ -> new CsvRows(file);
      case AVRO -> new AvroRows(file);
      case PARQUET -> new ParquetRows(file);
    };
  }

  /** The columns that {@link #next} gives cells of. */
  List<String> header();

  /**
   * Reads the next row; false at the end.
   *
   * @throws InputException when the file cannot be read on
   */
  boolean next(Cells cells);

  /** The line of the row read last, from 1 and counting the header; the header's before it. */
  long line();
}
