package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as lines of JSON onto a stream, through one generator for all of them. */
public final class JsonLines<T> {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // The shortest digits that read back as the same double, which JDK 17's own are not.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          // The stream is the file's to close.
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;
  private final JsonRow<T> row;

  /** Lines onto a stream, which stays open. */
  public JsonLines(OutputStream out, JsonRow<T> row) throws IOException {
    this.row = row;
    json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    // Every row brings its own line end, so that the last line is complete too.
    json.setRootValueSeparator(new SerializedString(""));
  }

  /** Writes a row, with its line end. */
  public void append(T value) throws IOException {
    row.write(value, json);
    json.writeRaw('\n');
  }

  /** Hands everything appended so far to the stream. */
  public void flush() throws IOException {
    json.flush();
  }
}
