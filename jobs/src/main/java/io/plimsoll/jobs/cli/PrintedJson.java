package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.ledger.JsonLines;
import io.plimsoll.jobs.ledger.JsonRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Prints what it is given as lines of JSON. */
final class PrintedJson<T> implements Consumer<T> {

  private final PrintWriter out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines<T> lines;

  PrintedJson(PrintWriter out, JsonRow<T> row) throws IOException {
    this.out = out;
    this.lines = new JsonLines<>(bytes, row);
  }

  @Override
  public void accept(T value) {
    try {
      lines.append(value);
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(bytes.toString(StandardCharsets.UTF_8));
    bytes.reset();
  }
}
