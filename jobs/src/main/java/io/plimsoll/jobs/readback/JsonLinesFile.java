package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of JSON lines, read once from front to back, in one go or while it grows.
 *
 * <p>A file of the ledger may be cut back and written again by a job that recovers, but always with
 * the same bytes: what has been read stays read, and the place in the file stays right.
 */
public final class JsonLinesFile<T> {

  /** Enough for a flush of the ledger, so little that a picture is never long in coming. */
  private static final int AT_ONCE = 1 << 22;

  private final Path file;
  private final LineForm<T> form;
  private long position;

  public JsonLinesFile(Path file, LineForm<T> form) {
    this.file = file;
    this.form = form;
  }

  /**
   * Reads the whole of a finished file.
   *
   * @throws JsonProcessingException at a line that is not whole or not of this kind, with its place
   */
  public void readAll(Consumer<T> rows) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      parse(in, rows);
    }
  }

  /**
   * Reads the lines that have become complete since the last call, some megabytes of them at most.
   * A file that is not there yet, or no longer, has none.
   */
  public void readNew(Consumer<T> rows) throws IOException {
    byte[] bytes = newBytes();
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    position += end;
    parse(new ByteArrayInputStream(bytes, 0, end), rows);
  }

  private byte[] newBytes() throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (FileChannel channel = FileChannel.open(file)) {
      int length = (int) Math.max(0, Math.min(AT_ONCE, channel.size() - position));
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
      byte[] read = new byte[buffer.position()];
      buffer.flip().get(read);
      return read;
    }
  }

  private void parse(InputStream in, Consumer<T> rows) throws IOException {
    try (JsonLinesCursor<T> lines = new JsonLinesCursor<>(in, form)) {
      for (Optional<T> row = lines.next(); row.isPresent(); row = lines.next()) {
        rows.accept(row.get());
      }
    }
  }
}
