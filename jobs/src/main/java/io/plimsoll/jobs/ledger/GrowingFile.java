package io.plimsoll.jobs.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that only grows, but for being cut back to a length it once had. What is written can be
 * read by others at once; {@link #persist} makes it outlive the machine too.
 *
 * <p>Not Flink's {@code RecoverableWriter}: on a local disk that one writes under a random hidden
 * name until it is committed, and this file is there to be followed while it grows.
 */
final class GrowingFile extends OutputStream {

  private final FileChannel channel;

  private GrowingFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens the file, which is made if need be, at this length; what lies beyond is cut off. */
  static GrowingFile open(Path file, long length) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.size() < length) {
        // To pad it would put zeros between whole lines.
        throw new IOException(
            file + " holds " + channel.size() + " bytes, the checkpoint knows of " + length);
      }
      channel.truncate(length);
      channel.position(length);
      return new GrowingFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Forces what was written to the disk, and says how long the file is. */
  long persist() throws IOException {
    channel.force(false);
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
