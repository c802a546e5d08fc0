package io.plimsoll.benchmarks.soak;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the cluster, from outside. For one thread. */
final class Jvm implements Closeable {

  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final double KILOBYTES = 1 << 10;
  private static final long PATIENCE_SECONDS = 60;

  private final long pid;
  private final GcLog log;

  /**
   * A process that runs.
   *
   * @param log where its collections are logged
   */
  Jvm(long pid, Path log) throws IOException {
    this.pid = pid;
    this.log = new GcLog(log);
  }

  /** Whether collections can be asked for: a JDK can, a JRE cannot. */
  static boolean canCollect() {
    return Files.isExecutable(JCMD);
  }

  /** Has it collect all of its heap. Returns when it has. */
  void collect() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(JCMD.toString(), Long.toString(pid), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      jcmd.destroyForcibly();
      throw new IOException(
          "process " + pid + " has not collected its heap within " + PATIENCE_SECONDS + " s");
    }
    if (jcmd.exitValue() != 0) {
      throw new IOException("process " + pid + " cannot be asked to collect its heap");
    }
  }

  /** MB of heap left by the last full collection since this was asked before. */
  OptionalDouble heapAfterFull() throws IOException {
    return log.lastFull();
  }

  /** MB of memory that it takes of the machine; nothing where the system does not tell (Linux). */
  OptionalDouble resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return OptionalDouble.empty();
    }
    Matcher matcher = RESIDENT.matcher(Files.readString(status));
    return matcher.find()
        ? OptionalDouble.of(Long.parseLong(matcher.group(1)) / KILOBYTES)
        : OptionalDouble.empty();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
