package io.plimsoll.jobs.options;

import static io.plimsoll.jobs.options.OptionValues.duration;
import static io.plimsoll.jobs.options.OptionValues.get;
import static io.plimsoll.jobs.options.OptionValues.required;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.InputTopics;
import io.plimsoll.jobs.wire.Confluent;
import io.plimsoll.jobs.wire.RegistryAddress;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Where topics are and how their values are written: what all who read or write them must agree on.
 *
 * @param brokers of the Kafka cluster
 * @param inputs what a monitor reads
 * @param outputs what it writes
 * @param format how values are written, in all of them
 * @param maxLateness how far a record may stand behind the latest before it in its partition
 * @param startTimeout how long brokers may take to answer at the start
 */
public record TopicSettings(
    Brokers brokers,
    InputTopics inputs,
    OutputTopics outputs,
    WireFormat format,
    Duration maxLateness,
    Duration startTimeout) {

  /**
   * Reads the settings.
   *
   * @throws OptionException for what is missing or not allowed
   * @throws io.plimsoll.jobs.wire.RegistryException for a file of the registry that will not do
   */
  public static TopicSettings of(Configuration configuration) {
    return new TopicSettings(
        new Brokers(
            required(configuration, MonitorOptions.SERVERS), ClientProperties.of(configuration)),
        inputs(configuration),
        new OutputTopics(
            required(configuration, MonitorOptions.MARGIN_EVENTS),
            required(configuration, MonitorOptions.ASSET_STATES),
            required(configuration, MonitorOptions.REFUSED)),
        format(configuration),
        duration(configuration, MonitorOptions.MAX_LATENESS),
        duration(configuration, MonitorOptions.TIMEOUT));
  }

  private static InputTopics inputs(Configuration configuration) {
    Map<String, RowKind> kinds = new LinkedHashMap<>();
    Map<ConfigOption<String>, RowKind> options =
        Map.of(
            MonitorOptions.QUOTES, RowKind.QUOTES,
            MonitorOptions.INDICES, RowKind.INDICES,
            MonitorOptions.STRESS, RowKind.STRESS,
            MonitorOptions.ACCOUNTS, RowKind.ACCOUNTS,
            MonitorOptions.POSITIONS, RowKind.POSITIONS);
    options.forEach(
        (option, kind) -> {
          String topic = required(configuration, option);
          if (kinds.put(topic, kind) != null) {
            throw new OptionException(
                option.key(), topic + " is another kind's topic as well; allowed is one kind each");
          }
        });
    return new InputTopics(kinds);
  }

  private static WireFormat format(Configuration configuration) {
    List<String> writers = new ArrayList<>();
    for (String file : get(configuration, MonitorOptions.WRITERS)) {
      writers.add(schema(file));
    }
    return switch (get(configuration, MonitorOptions.WIRE)) {
      case SINGLE_OBJECT -> new SingleObject(writers);
      case CONFLUENT -> new Confluent(registry(configuration));
    };
  }

  private static RegistryAddress registry(Configuration configuration) {
    RegistryAddress address =
        new RegistryAddress(
            registryUrl(configuration),
            configuration.get(MonitorOptions.REGISTRY_CREDENTIALS, RegistryAddress.NONE),
            configuration.get(MonitorOptions.REGISTRY_TRUSTSTORE, RegistryAddress.NONE));
    address.check();
    return address;
  }

  private static String registryUrl(Configuration configuration) {
    String told = required(configuration, MonitorOptions.REGISTRY);
    try {
      URI url = new URI(told);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getUserInfo() == null) {
        return told;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    // Not what was told: whoever writes a password there did not mean to have it printed.
    throw new OptionException(
        MonitorOptions.REGISTRY.key(),
        "is not allowed; allowed is http or https, a host and a path, such as"
            + " http://localhost:8081; user and password stand in "
            + MonitorOptions.REGISTRY_CREDENTIALS.key());
  }

  private static String schema(String file) {
    try {
      String json = Files.readString(Path.of(file));
      return new Schema.Parser().parse(json).toString();
    } catch (IOException e) {
      throw new OptionException(MonitorOptions.WRITERS.key(), file + " cannot be read (" + e + ")");
    } catch (AvroRuntimeException e) {
      throw new OptionException(
          MonitorOptions.WRITERS.key(), file + " is no Avro schema (" + e.getMessage() + ")");
    }
  }
}
