package io.plimsoll.jobs.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.plimsoll.jobs.intake.Cells;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** CSV with a header, plain or gzipped; cells go from the parser's buffer to the row's. */
final class CsvRows implements Rows {

  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  private final DataFile file;
  private final RowHandler handler = new RowHandler();
  private final CsvReader<Cells> csv;
  private final CloseableIterator<Cells> records;
  private final List<String> header;
  private long line;

  CsvRows(DataFile file) throws IOException {
    this.file = file;
    this.csv = parser(handler, new Utf8Reader(open()));
    this.records = csv.iterator();
    try {
      Cells cells = new Cells();
      if (!next(cells)) {
        throw new InputException(file.path(), "empty; a header is needed");
      }
      this.header = IntStream.range(0, cells.count()).mapToObj(i -> cells.text(i).strip()).toList();
    } catch (InputException e) {
      csv.close();
      throw e;
    }
  }

  /**
   * What is wrong with one row is for the checks to refuse; only a broken file stops the parser.
   */
  @SuppressWarnings("removal") // a stray quote in one row is no reason to stop a job
  private static CsvReader<Cells> parser(RowHandler handler, Reader text) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .build(handler, text);
  }

  private InputStream open() throws IOException {
    InputStream raw = Files.newInputStream(Path.of(file.path()));
    if (file.format() != Format.CSV_GZ) {
      return raw;
    }
    try {
      return new GZIPInputStream(
          new BufferedInputStream(raw, GZIP_BUFFER_BYTES), GZIP_BUFFER_BYTES);
    } catch (EOFException | ZipException e) {
      raw.close();
      throw new InputException(file.path(), "not a gzip file, or a truncated one", e);
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next(Cells cells) {
    handler.cells = cells;
    try {
      do {
        if (!records.hasNext()) {
          return false;
        }
        records.next();
        line = handler.line;
      } while (cells.count() == 1 && cells.isBlank(0));
      return true;
    } catch (UncheckedIOException e) {
      throw new InputException(file.path(), "after line " + line + ": " + fault(e.getCause()), e);
    } catch (CsvParseException e) {
      throw new InputException(
          file.path(), "after line " + line + ": not CSV (" + e.getMessage() + ")", e);
    }
  }

  private String fault(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "not UTF-8, which CSV must be";
    }
    return file.format() == Format.CSV_GZ
        ? "a truncated or corrupt gzip file (" + e.getMessage() + ")"
        : "cannot be read on (" + e.getMessage() + ")";
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Copies each field into the row's cells. */
  private static final class RowHandler extends AbstractBaseCsvCallbackHandler<Cells> {

    private Cells cells = new Cells();
    private long line;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      cells.add(buffer, offset, length, quoted);
    }

    @Override
    protected Cells buildRecord() {
      return cells;
    }
  }
}
