package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * JSON lines, read one by one as somebody asks for them: for who reads several files side by side.
 */
public final class JsonLinesCursor<T> implements Closeable {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser json;
  private final LineForm<T> form;

  /** A cursor before the first line of a finished file. */
  public JsonLinesCursor(Path file, LineForm<T> form) throws IOException {
    this(new BufferedInputStream(Files.newInputStream(file)), form);
  }

  /** A cursor before the first line of a stream, which is closed with it. */
  JsonLinesCursor(InputStream in, LineForm<T> form) throws IOException {
    this.json = FACTORY.createParser(in);
    this.form = form;
  }

  /**
   * The next line, if there is one.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException at a line that is not whole or not
   *     of this kind, with its place
   */
  public Optional<T> next() throws IOException {
    JsonToken first = json.nextToken();
    if (first == null) {
      return Optional.empty();
    }
    if (first != JsonToken.START_OBJECT) {
      throw new JsonParseException(json, "no JSON object");
    }
    return Optional.of(form.read(json));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
