package io.plimsoll.jobs.operations;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of another project; whatever test wants it is skipped where it is not installed. */
public final class InstalledProgram {

  private final Path file;

  private InstalledProgram(Path file) {
    this.file = file;
  }

  /** One on the path, by any of its names: Debian's may be another than its authors'. */
  public static InstalledProgram named(String... names) {
    Optional<Path> found =
        Stream.of(names)
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(path -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), names[0] + " is not installed");
    return new InstalledProgram(found.orElseThrow());
  }

  /** Starts it; what it prints goes to a file. */
  Process start(Path log, String... arguments) throws IOException {
    return command(arguments).redirectOutput(log.toFile()).start();
  }

  /** Runs it to its end. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    Process process = command(arguments).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** How it ended, and all that it printed. */
  public record Result(int exitCode, String output) {}
}
