package io.plimsoll.jobs.wire;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK for what does not run on ours: the one of these tests is the oldest that is supported. */
final class NewerJdk {

  private NewerJdk() {}

  /**
   * Its {@code java}, of the least version that is enough; none where there is none. Looked for in
   * variables such as {@code JAVA_HOME_21_X64}, on the path, and where Debian keeps them.
   */
  static Optional<Path> java(int least) {
    List<Path> homes =
        Stream.of(named(System.getenv()), onPath(System.getenv("PATH")), installed())
            .flatMap(found -> found)
            .toList();
    return homes.stream()
        .filter(home -> version(home) >= least)
        .map(home -> home.resolve("bin").resolve("java"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> named(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
        .sorted(Map.Entry.comparingByKey())
        .map(variable -> Path.of(variable.getValue()));
  }

  private static Stream<Path> onPath(String path) {
    return Arrays.stream(path == null ? new String[0] : path.split(java.io.File.pathSeparator))
        .map(directory -> Path.of(directory).resolve("java"))
        .filter(Files::isExecutable)
        .flatMap(NewerJdk::homeOf);
  }

  /** What stands on the path is a link, mostly. */
  private static Stream<Path> homeOf(Path java) {
    try {
      return Stream.of(java.toRealPath().getParent().getParent());
    } catch (IOException gone) {
      return Stream.empty();
    }
  }

  private static Stream<Path> installed() {
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes.sorted().toList().stream();
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  /** 21 of {@code JAVA_VERSION="21.0.4"} in its file {@code release}; 0 where there is none. */
  private static int version(Path home) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException none) {
      return 0;
    }
  }
}
