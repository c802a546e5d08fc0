package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Submits jobs as people do by hand: {@code flink run}, in a process of its own. */
final class FlinkClient {

  private static final Pattern SUBMITTED =
      Pattern.compile("Job has been submitted with JobID ([0-9a-f]{32})");
  private static final Pattern REFUSED = Pattern.compile("The main method caused an error: (.*)");

  private final Path configuration;
  private final Path output;

  /**
   * A client.
   *
   * @param configuration directory of the {@code config.yaml} that says where the cluster is
   * @param output file for what the client prints
   */
  FlinkClient(Path configuration, Path output) {
    this.configuration = configuration;
    this.output = output;
  }

  /** The arguments of {@code flink run}. */
  static List<String> run(
      Path jar, Optional<Path> restore, Optional<Integer> parallelism, List<String> job) {
    List<String> arguments = new ArrayList<>(List.of("run", "--detached"));
    parallelism.ifPresent(p -> arguments.addAll(List.of("--parallelism", p.toString())));
    restore.ifPresent(point -> arguments.addAll(List.of("--fromSavepoint", point.toString())));
    arguments.add(jar.toString());
    arguments.addAll(job);
    return arguments;
  }

  /**
   * Runs a command line of the client.
   *
   * @return the id of the job
   * @throws ClusterException with the job's own line, when it refuses what it was told
   * @throws ServerException for anything else
   */
  String submit(List<String> command) {
    String printed = print(command);
    Matcher submitted = SUBMITTED.matcher(printed);
    if (submitted.find()) {
      return submitted.group(1);
    }
    Matcher refused = REFUSED.matcher(printed);
    if (refused.find()) {
      throw new ClusterException(refused.group(1));
    }
    throw new ServerException(
        "not submitted: "
            + LogTail.lastError(output).orElse("the client said nothing")
            + "; "
            + output
            + " says more");
  }

  private String print(List<String> command) {
    try {
      Files.createDirectories(output.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
      Map<String, String> environment = builder.environment();
      environment.put("FLINK_CONF_DIR", configuration.toString());
      builder.start().waitFor();
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while submitting");
    }
  }
}
