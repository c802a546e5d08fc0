package io.plimsoll.jobs.cluster;

import io.plimsoll.jobs.options.MonitorConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The formats of configuration files: those of people are read, those of a run are written. */
final class ConfigurationFiles {

  private ConfigurationFiles() {}

  /** The keys of YAML files, nested ones with dots; a later file wins. */
  static Map<String, String> yaml(List<Path> files) {
    Map<String, String> all = new LinkedHashMap<>();
    files.forEach(file -> all.putAll(MonitorConfiguration.read(file)));
    return all;
  }

  /** Writes keys as YAML that Flink reads. */
  static void writeYaml(Path file, String comment, Map<String, String> keys) {
    String lines =
        new TreeMap<>(keys)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    write(file, "# " + comment + "\n" + lines);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The keys of a file of key=value lines. */
  static Map<String, String> properties(Path file) {
    return read(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && line.indexOf('=') > 0)
        .collect(
            Collectors.toMap(
                ConfigurationFiles::key,
                line -> line.substring(line.indexOf('=') + 1).strip(),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  /** Copies a file of key=value lines, with other values of some keys. */
  static void fillIn(Path template, Path file, Map<String, String> values) {
    String kept =
        read(template)
            .lines()
            .filter(line -> line.startsWith("#") || !values.containsKey(key(line)))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    String filled =
        values.entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue().replace("\\", "\\\\") + "\n")
            .collect(Collectors.joining());
    write(file, kept + "\n# Of this run.\n" + filled);
  }

  private static String key(String line) {
    return line.substring(0, Math.max(0, line.indexOf('='))).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ClusterException(file + " cannot be read (" + e + ")");
    }
  }

  /** Writes a file whole, or not at all. */
  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
