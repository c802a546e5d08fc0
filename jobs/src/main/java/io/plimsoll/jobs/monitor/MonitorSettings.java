package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.InputTopics;
import io.plimsoll.jobs.kafka.ReadOptions;
import io.plimsoll.jobs.kafka.ReadRange;
import io.plimsoll.jobs.kafka.StartPosition;
import io.plimsoll.jobs.kafka.TopicSinks;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.jobs.wire.Confluent;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * What a monitor was told, checked.
 *
 * @param parameters file of the risk parameters
 * @param inputs what is read
 * @param outputs what is written
 * @param range where it is read from and to
 * @param read how it is read
 * @param idleAfter after how long a quiet partition holds nothing back
 * @param sinks how it is written
 * @param startTimeout how long brokers may take to answer at the start
 * @param watch how the margin watch works
 */
public record MonitorSettings(
    Path parameters,
    InputTopics inputs,
    OutputTopics outputs,
    ReadRange range,
    ReadOptions read,
    Duration idleAfter,
    TopicSinks sinks,
    Duration startTimeout,
    WatchOptions watch) {

  /** A year: sums with it stay far from overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * Reads the settings.
   *
   * @throws OptionException for what is missing or not allowed
   */
  public static MonitorSettings of(Configuration configuration) {
    Brokers brokers =
        new Brokers(required(configuration, MonitorOptions.SERVERS), client(configuration));
    WireFormat format = format(configuration);
    return new MonitorSettings(
        Path.of(required(configuration, MonitorOptions.PARAMETERS)),
        inputs(configuration),
        new OutputTopics(
            required(configuration, MonitorOptions.MARGIN_EVENTS),
            required(configuration, MonitorOptions.ASSET_STATES),
            required(configuration, MonitorOptions.REFUSED)),
        new ReadRange(
            brokers,
            required(configuration, MonitorOptions.GROUP),
            start(configuration),
            get(configuration, MonitorOptions.UNTIL) == MonitorOptions.Until.LATEST),
        new ReadOptions(
            format,
            duration(configuration, MonitorOptions.MAX_LATENESS).toMillis(),
            maxRecordBytes(configuration)),
        duration(configuration, MonitorOptions.IDLE_AFTER),
        new TopicSinks(
            brokers,
            format,
            get(configuration, MonitorOptions.DELIVERY),
            required(configuration, MonitorOptions.TRANSACTIONS)),
        duration(configuration, MonitorOptions.TIMEOUT),
        WatchOptions.DEFAULTS
            .withFinder(get(configuration, MonitorOptions.FINDER))
            .withCachedAccounts(cachedAccounts(configuration)));
  }

  private static Map<String, String> client(Configuration configuration) {
    Map<String, String> client = new LinkedHashMap<>(get(configuration, MonitorOptions.CLIENT));
    Optional<String> file = configuration.getOptional(MonitorOptions.CLIENT_FILE);
    if (file.isPresent()) {
      Properties told = new Properties();
      try (Reader in = Files.newBufferedReader(Path.of(file.orElseThrow()))) {
        told.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new OptionException(
            MonitorOptions.CLIENT_FILE.key(), file.orElseThrow() + " cannot be read (" + e + ")");
      }
      told.stringPropertyNames().forEach(name -> client.put(name, told.getProperty(name)));
    }
    return client;
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

  private static String registry(Configuration configuration) {
    String url = required(configuration, MonitorOptions.REGISTRY);
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw new OptionException(
          MonitorOptions.REGISTRY.key(),
          '"' + url + "\" is not allowed; allowed is an address that starts with http");
    }
    return url;
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

  private static StartPosition start(Configuration configuration) {
    String told = required(configuration, MonitorOptions.START);
    return StartPosition.parse(told)
        .orElseThrow(
            () ->
                new OptionException(
                    MonitorOptions.START.key(),
                    '"' + told + "\" is not allowed; allowed is " + StartPosition.ALLOWED));
  }

  private static int maxRecordBytes(Configuration configuration) {
    long bytes = get(configuration, MonitorOptions.MAX_RECORD).getBytes();
    if (bytes < 1 || bytes > Integer.MAX_VALUE) {
      throw new OptionException(
          MonitorOptions.MAX_RECORD.key(), bytes + " bytes is not allowed; allowed is 1 b to 2 gb");
    }
    return (int) bytes;
  }

  private static int cachedAccounts(Configuration configuration) {
    int accounts = get(configuration, MonitorOptions.CACHE);
    if (accounts < 1) {
      throw new OptionException(
          MonitorOptions.CACHE.key(),
          accounts + " is not allowed; allowed is a whole number of at least 1");
    }
    return accounts;
  }

  private static Duration duration(Configuration configuration, ConfigOption<Duration> option) {
    Duration told = get(configuration, option);
    if (told.isNegative() || told.compareTo(LONGEST) > 0) {
      throw new OptionException(
          option.key(), told + " is not allowed; allowed is a duration from 0 to 365 d");
    }
    return told;
  }

  private static String required(Configuration configuration, ConfigOption<String> option) {
    String told = get(configuration, option);
    if (told == null || told.isBlank()) {
      throw new OptionException(option.key(), "is missing; " + OptionText.description(option));
    }
    return told.strip();
  }

  private static <T> T get(Configuration configuration, ConfigOption<T> option) {
    try {
      return configuration.get(option);
    } catch (IllegalArgumentException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String allowed =
          option.defaultValue() instanceof Enum<?> one
              ? "allowed is " + OptionText.choices(one)
              : String.valueOf(cause.getMessage());
      String told = Redaction.show(option.key(), configuration.toMap().get(option.key()));
      throw new OptionException(option.key(), '"' + told + "\" is not allowed; " + allowed);
    }
  }
}
