package io.plimsoll.jobs.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Options from wherever people write them. What stands later wins: the file, the environment, the
 * command line. Keys of {@link MonitorOptions} configure the monitor, all others Flink.
 */
public final class MonitorConfiguration {

  private MonitorConfiguration() {}

  /**
   * Gathers options.
   *
   * @param files YAML, nested or with dots; later ones win
   * @param environment of the process
   * @param told on the command line, by key
   * @throws OptionException for a file that cannot be read, and for a key of ours that there is not
   */
  public static Configuration of(
      List<Path> files, Map<String, String> environment, Map<String, String> told) {
    Map<String, String> all = new LinkedHashMap<>();
    files.forEach(path -> all.putAll(read(path)));
    for (ConfigOption<?> option : MonitorOptions.ALL) {
      String value = environment.get(variable(option));
      if (value != null) {
        all.put(option.key(), value);
      }
    }
    all.putAll(told);
    all.keySet().forEach(MonitorConfiguration::refuseUnknown);
    return Configuration.fromMap(all);
  }

  /** What is meant for Flink. */
  public static Map<String, String> ofFlink(Configuration configuration) {
    return configuration.toMap().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith(MonitorOptions.PREFIX))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The environment variable of an option. */
  static String variable(ConfigOption<?> option) {
    return option.key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static void refuseUnknown(String key) {
    boolean known =
        !key.startsWith(MonitorOptions.PREFIX)
            || key.startsWith(MonitorOptions.CLIENT.key() + '.')
            || MonitorOptions.ALL.stream().anyMatch(option -> option.key().equals(key));
    if (!known) {
      throw new OptionException(key, "there is no such option; docs/options.md has them all");
    }
  }

  /**
   * The keys of a YAML file, nested ones with dots.
   *
   * @throws OptionException for a file that cannot be read
   */
  public static Map<String, String> read(Path file) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setSchema(new FailsafeSchema()).build();
    try {
      Map<String, String> flat = new LinkedHashMap<>();
      Object top = new Load(settings).loadFromString(Files.readString(file));
      if (top != null) {
        flatten(file, "", top, flat);
      }
      return flat;
    } catch (NoSuchFileException e) {
      throw new OptionException(file.toString(), "there is no such file");
    } catch (IOException e) {
      throw new OptionException(file.toString(), "cannot be read (" + e + ")");
    } catch (YamlEngineException e) {
      throw new OptionException(file.toString(), "is no YAML (" + e.getMessage() + ")");
    }
  }

  private static void flatten(Path file, String key, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map) {
      String prefix = key.isEmpty() ? "" : key + '.';
      map.forEach((name, inner) -> flatten(file, prefix + name, inner, flat));
    } else if (key.isEmpty()) {
      throw new OptionException(file.toString(), "holds no keys; allowed is key: value");
    } else if (value instanceof Collection<?> list) {
      flat.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(";")));
    } else if (value != null && !value.toString().isEmpty()) {
      flat.put(key, value.toString());
    }
  }
}
