package io.plimsoll.jobs.options;

import static io.plimsoll.jobs.options.OptionValues.get;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Properties of Kafka's clients, from the options and from a file of their own, none of which is a
 * secret: a job keeps them in its graph, which is written to storage and sent to every process. A
 * secret is a {@link SecretReference}, which each client resolves where it is made.
 */
final class ClientProperties {

  /** An option of a login module: {@code password="…"}. */
  private static final Pattern LOGIN_OPTION =
      Pattern.compile("([\\w.]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;]+)");

  private static final String JAAS = "sasl.jaas.config";

  /** What Flink's source reads from the properties itself; it resolves nothing. */
  private static final Set<String> OF_FLINK =
      Set.of(
          KafkaSourceOptions.CLIENT_ID_PREFIX.key(),
          KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
          KafkaSourceOptions.REGISTER_KAFKA_CONSUMER_METRICS.key(),
          KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key());

  private ClientProperties() {}

  /**
   * Reads them.
   *
   * @throws OptionException for a secret that is told in the open, for a file that cannot be read,
   *     and for a reference to what is not there
   */
  static Map<String, String> of(Configuration configuration) {
    Map<String, String> client = new LinkedHashMap<>(get(configuration, MonitorOptions.CLIENT));
    client.forEach(ClientProperties::refuseOpenSecret);
    Optional<String> file = configuration.getOptional(MonitorOptions.CLIENT_FILE);
    file.ifPresent(path -> client.putAll(ofFile(path)));
    return SecretReference.withProviders(client);
  }

  private static Map<String, String> ofFile(String file) {
    Properties told = new Properties();
    Path path = Path.of(file).toAbsolutePath().normalize();
    try (Reader in = Files.newBufferedReader(path)) {
      told.load(in);
    } catch (IOException | IllegalArgumentException e) {
      // Not what the second one says: it may quote a line.
      String why = e instanceof IOException ? e.toString() : "no key=value a line";
      throw new OptionException(
          MonitorOptions.CLIENT_FILE.key(), file + " cannot be read (" + why + ")");
    }
    Map<String, String> client = new LinkedHashMap<>();
    for (String name : told.stringPropertyNames()) {
      String value = told.getProperty(name);
      if (SecretReference.isIn(value)) {
        throw new OptionException(
            MonitorOptions.CLIENT_FILE.key(),
            file
                + ", "
                + name
                + ": is a reference itself; allowed are values, and references in "
                + MonitorOptions.CLIENT.key());
      }
      client.put(name, isOpen(name) ? value : SecretReference.toFile(path, name));
    }
    return client;
  }

  /** Whether all may see a property's value: what nobody knows is taken for a secret. */
  private static boolean isOpen(String property) {
    return !isSecret(property) && (type(property).isPresent() || OF_FLINK.contains(property));
  }

  /** Kafka takes certificates for secrets as well, but only because they are long. */
  private static boolean isSecret(String property) {
    return Redaction.isSecret(property)
        || (type(property).filter(ConfigDef.Type.PASSWORD::equals).isPresent()
            && !property.contains("certificate"));
  }

  private static Optional<ConfigDef.Type> type(String property) {
    for (ConfigDef known :
        new ConfigDef[] {
          ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef()
        }) {
      ConfigDef.ConfigKey key = known.configKeys().get(property);
      if (key != null) {
        return Optional.of(key.type);
      }
    }
    return Optional.empty();
  }

  private static void refuseOpenSecret(String property, String value) {
    boolean open = property.equals(JAAS) ? hasOpenLogin(value) : !SecretReference.isOne(value);
    if (isSecret(property) && open) {
      throw new OptionException(
          MonitorOptions.CLIENT.key() + '.' + property,
          "is a secret told in the open; allowed is a line of the file that "
              + MonitorOptions.CLIENT_FILE.key()
              + " names, or a reference such as ${env:VARIABLE} or ${file:/path:key}"
              + (property.equals(JAAS) ? " as the value of its password" : ""));
    }
  }

  /**
   * A user's name, a keytab's place may be read; what else a login needs is a secret by its key.
   */
  private static boolean hasOpenLogin(String jaas) {
    Matcher option = LOGIN_OPTION.matcher(jaas);
    while (option.find()) {
      String value = option.group(2).replaceAll("^[\"']|[\"']$", "");
      if (Redaction.isSecret(option.group(1)) && !SecretReference.isOne(value)) {
        return true;
      }
    }
    return false;
  }
}
