package io.plimsoll.jobs.cluster;

import io.plimsoll.jobs.backfill.LocalFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the parts of a built project are.
 *
 * @param home the project's root
 */
public record Installation(Path home) {

  /** Names the project's root; the launcher sets it. */
  public static final String HOME = "plimsoll.home";

  /** Names the directory of configuration files; the launcher sets it. */
  public static final String CONFIGURATION = LocalFlink.CONFIGURATION;

  /** Names the directory of the local cluster, where it is not the usual one. */
  public static final String CLUSTER = "plimsoll.cluster";

  public Installation {
    home = home.toAbsolutePath().normalize();
  }

  /**
   * The one that this process was launched from.
   *
   * @throws ClusterException when no launcher says
   */
  public static Installation ofThisProcess() {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new ClusterException("-D" + HOME + " is missing; allowed is the root of the project");
    }
    return new Installation(Path.of(home));
  }

  /** Configuration, as people write it. */
  public Path configuration() {
    return home.resolve("flink-conf");
  }

  /** Where a cluster is kept unless another place is named. */
  public Path clusterDirectory() {
    String told = System.getProperty(CLUSTER);
    return told == null ? home.resolve(".plimsoll").resolve("cluster") : Path.of(told);
  }

  /** What {@code flink run} takes. */
  public Path jobJar() {
    return built(home.resolve("jobs/target/plimsoll-jobs-flink.jar"));
  }

  /** The class path of Flink's processes, without any job. */
  public String flink() {
    return classPath(configuration().resolve("flink/target/lib"));
  }

  /** The class path of a broker. */
  public String kafka() {
    return classPath(configuration().resolve("kafka/target/lib"));
  }

  private static String classPath(Path directory) {
    try (Stream<Path> jars = Files.list(built(directory))) {
      if (jars.noneMatch(jar -> jar.toString().endsWith(".jar"))) {
        throw new ClusterException(directory + " is empty; mvn package fills it");
      }
    } catch (IOException e) {
      throw new ClusterException(directory + " cannot be read (" + e + ")");
    }
    return directory.resolve("*").toString();
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw new ClusterException(path + " is not there; mvn package makes it");
    }
    return path;
  }
}
