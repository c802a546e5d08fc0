package io.plimsoll.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One process of the cluster, whether it runs or not. It outlives whoever started it and is found
 * again by its pid file.
 */
public final class ServerProcess {

  private static final Duration GONE = Duration.ofSeconds(10);

  private final Role role;
  private final int number;
  private final Map<String, Integer> ports;
  private final Path log;
  private final Path output;
  private final PidFile pidFile;
  private final Supplier<List<String>> command;

  /**
   * A process.
   *
   * @param ports that it listens on, by what for
   * @param command that starts it, asked for only then
   */
  ServerProcess(
      Path directory,
      Role role,
      int number,
      Map<String, Integer> ports,
      Supplier<List<String>> command) {
    this.role = role;
    this.number = number;
    this.ports = Map.copyOf(ports);
    this.log = log(directory, name());
    this.output = directory.resolve("log").resolve(name() + ".out");
    this.pidFile = new PidFile(directory.resolve("run").resolve(name() + ".pid"));
    this.command = command;
  }

  static Path log(Path directory, String name) {
    return directory.resolve("log").resolve(name + ".log");
  }

  public Role role() {
    return role;
  }

  /** Counted from 1 within its role. */
  public int number() {
    return number;
  }

  public String name() {
    return role.name(number);
  }

  /** The ports that it listens on, by what for. */
  public Map<String, Integer> ports() {
    return ports;
  }

  /** The file that its log goes to. */
  public Path log() {
    return log;
  }

  public boolean isRunning() {
    return pidFile.running().isPresent();
  }

  /** Whether it accepts connections on all of its ports. */
  public boolean answers() {
    return isRunning() && ports.values().stream().allMatch(Ports::answers);
  }

  /** Its process id, if it runs. */
  public OptionalLong pid() {
    return pidFile.running().map(p -> OptionalLong.of(p.pid())).orElse(OptionalLong.empty());
  }

  /** Starts it, unless it runs; returns at once, long before it answers. */
  public void start() {
    if (isRunning()) {
      return;
    }
    try {
      Files.createDirectories(log.getParent());
      List<String> detached = new ArrayList<>(Detached.prefix());
      detached.addAll(command.get());
      File out = output.toFile();
      Process process =
          new ProcessBuilder(detached)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(out))
              .start();
      pidFile.write(process.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks it to end, and ends it if it does not in time.
   *
   * @return whether it ended by itself
   */
  public boolean stop(Duration patience) {
    Optional<ProcessHandle> process = pidFile.running();
    process.ifPresent(ProcessHandle::destroy);
    boolean ended = awaitEnd(patience);
    if (!ended) {
      kill();
    }
    pidFile.delete();
    return ended;
  }

  /** SIGKILL: it can do nothing about it. Returns when it is gone. */
  public void kill() {
    pidFile.running().ifPresent(ProcessHandle::destroyForcibly);
    if (!awaitEnd(GONE)) {
      throw new ServerException(name() + " outlives SIGKILL; " + log + " says more");
    }
  }

  /** SIGSTOP: it stands still, and its connections stay open. */
  public void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    long pid =
        pid()
            .orElseThrow(() -> new ServerException(name() + " does not run; " + log + " says why"));
    try {
      int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      if (code != 0) {
        throw new ServerException(name() + ": kill -" + signal + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException(name() + ": interrupted while sending " + signal);
    }
  }

  private boolean awaitEnd(Duration patience) {
    return Waiting.until(patience, () -> !isRunning());
  }

  /** Why it ended, as far as its log and output tell. */
  ServerException ended() {
    String why =
        LogTail.lastError(output).or(() -> LogTail.lastError(log)).orElse("without a word");
    return new ServerException(name() + " ended: " + why + "; " + log + " says more");
  }
}
