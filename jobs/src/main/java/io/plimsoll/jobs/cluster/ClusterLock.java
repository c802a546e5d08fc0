package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a cluster is changed, so that two who start or stop it do not meet. */
public final class ClusterLock {

  private final FileChannel channel;

  private ClusterLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a cluster's directory; the system releases it with the process that has it.
   *
   * @throws ClusterException when another process has it
   */
  public static ClusterLock of(Path directory) {
    try {
      Files.createDirectories(directory.toAbsolutePath().getParent());
      // Beside the directory: it stays when the directory is deleted.
      Path file = directory.resolveSibling(directory.getFileName() + ".lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new ClusterException("another process starts or stops the cluster in " + directory);
      }
      return new ClusterLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
