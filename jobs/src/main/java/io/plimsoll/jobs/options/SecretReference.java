package io.plimsoll.jobs.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Where a secret is, instead of what it is: {@code ${file:PATH:KEY}} or {@code ${env:VARIABLE}}, as
 * Kafka's clients resolve them, each in its own process.
 */
final class SecretReference {

  private static final String FILE = "file";
  private static final String ENVIRONMENT = "env";

  /** Kafka's own pattern takes any provider; those that are not of these two are the user's. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[\\w-]+:[^}]*}");

  private static final Map<String, Class<? extends ConfigProvider>> PROVIDERS =
      Map.of(FILE, FileConfigProvider.class, ENVIRONMENT, EnvVarConfigProvider.class);

  private SecretReference() {}

  /** The reference to a key of a properties file. */
  static String toFile(Path file, String key) {
    String place = file + ":" + key;
    if (file.toString().contains(":") || place.contains("}")) {
      throw new OptionException(
          MonitorOptions.CLIENT_FILE.key(),
          place + " cannot be referred to; allowed is a path without : and }");
    }
    return "${" + FILE + ':' + place + '}';
  }

  /** Whether a value is a reference and nothing else. */
  static boolean isOne(String value) {
    return REFERENCE.matcher(value).matches();
  }

  /** Whether there is a reference in a value. */
  static boolean isIn(String value) {
    return REFERENCE.matcher(value).find();
  }

  /**
   * Properties with what resolves the references among them, if there are any.
   *
   * @throws OptionException for a file, a key or a variable that is not there: where a client finds
   *     none, it takes the reference for the secret, and a wrong password would be blamed
   */
  static Map<String, String> withProviders(Map<String, String> client) {
    if (client.values().stream().noneMatch(SecretReference::isIn)) {
      return client;
    }
    client.forEach(SecretReference::refuseDangling);
    Map<String, String> resolvable = new LinkedHashMap<>(client);
    Set<String> names = new TreeSet<>(PROVIDERS.keySet());
    for (String theirs :
        client.getOrDefault(AbstractConfig.CONFIG_PROVIDERS_CONFIG, "").split(",", -1)) {
      if (!theirs.isBlank()) {
        names.add(theirs.strip());
      }
    }
    resolvable.put(AbstractConfig.CONFIG_PROVIDERS_CONFIG, String.join(",", names));
    PROVIDERS.forEach(
        (name, provider) ->
            resolvable.putIfAbsent(
                AbstractConfig.CONFIG_PROVIDERS_CONFIG + '.' + name + ".class",
                provider.getName()));
    return resolvable;
  }

  private static void refuseDangling(String property, String value) {
    Matcher reference = REFERENCE.matcher(value);
    while (reference.find()) {
      String one = reference.group();
      boolean ours =
          PROVIDERS.keySet().stream().anyMatch(name -> one.startsWith("${" + name + ':'));
      if (ours && resolved(property, one).equals(one)) {
        throw new OptionException(
            MonitorOptions.CLIENT.key() + '.' + property, one + " is not there");
      }
    }
  }

  private static String resolved(String property, String reference) {
    try (FileConfigProvider file = new FileConfigProvider();
        EnvVarConfigProvider environment = new EnvVarConfigProvider()) {
      file.configure(Map.of());
      environment.configure(Map.of());
      return new ConfigTransformer(Map.of(FILE, file, ENVIRONMENT, environment))
          .transform(Map.of(property, reference))
          .data()
          .get(property);
    } catch (ConfigException | java.io.IOException e) {
      throw new OptionException(
          MonitorOptions.CLIENT.key() + '.' + property, reference + ": " + e.getMessage());
    }
  }
}
