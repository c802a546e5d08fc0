package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.kafka.StartPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorConfigurationTest {

  @TempDir private Path directory;

  private static final Map<String, String> LEAST =
      Map.of("plimsoll.parameters", "p.yaml", "plimsoll.kafka.bootstrap-servers", "localhost:9092");

  private static Configuration configuration(String... keysAndValues) {
    Map<String, String> told = new HashMap<>(LEAST);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      told.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return MonitorConfiguration.of(List.of(), Map.of(), told);
  }

  @Nested
  class Sources {

    @Test
    void theEnvironmentWinsOverTheFileAndTheCommandLineOverBoth() throws IOException {
      Path file = directory.resolve("monitor.yaml");
      Files.writeString(
          file,
          """
          plimsoll:
            parameters: file.yaml
            kafka.bootstrap-servers: file:1
            topics: {quotes: file-quotes}
          execution.checkpointing.interval: 3s
          """);

      Configuration configuration =
          MonitorConfiguration.of(
              List.of(file),
              Map.of(
                  "PLIMSOLL_KAFKA_BOOTSTRAP_SERVERS", "env:1", "PLIMSOLL_TOPICS_QUOTES", "env-q"),
              Map.of("plimsoll.topics.quotes", "told-q"));

      MonitorSettings settings = MonitorSettings.of(configuration);
      assertThat(settings.parameters()).hasFileName("file.yaml");
      assertThat(settings.range().brokers().servers()).isEqualTo("env:1");
      assertThat(settings.inputs().names()).contains("told-q").doesNotContain("file-quotes");
      assertThat(MonitorConfiguration.ofFlink(configuration))
          .containsOnly(Map.entry("execution.checkpointing.interval", "3s"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
      Path file = directory.resolve("none.yaml");

      assertThatThrownBy(() -> MonitorConfiguration.of(List.of(file), Map.of(), Map.of()))
          .isInstanceOf(OptionException.class)
          .hasMessage(file + ": there is no such file");
    }

    @Test
    void aKeyThatThereIsNotIsRefused() {
      assertThatThrownBy(() -> configuration("plimsoll.topics.qoutes", "x"))
          .hasMessage(
              "plimsoll.topics.qoutes: there is no such option; docs/options.md has them all");
    }
  }

  @Nested
  class Values {

    @Test
    void whatIsNotToldHasItsDefault() {
      MonitorSettings settings = MonitorSettings.of(configuration());

      assertThat(settings.inputs().names())
          .containsExactly("accounts", "indices", "positions", "quotes", "stress");
      assertThat(settings.read().maxLatenessMs()).isEqualTo(200);
      assertThat(settings.range().start()).isEqualTo(StartPosition.EARLIEST);
      assertThat(settings.range().toTheEnd()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "plimsoll.kafka.bootstrap-servers | '' | is missing",
          "plimsoll.input.start | yesterday | \"yesterday\" is not allowed; allowed is earliest,",
          "plimsoll.input.max-lateness | 5 parsecs | \"5 parsecs\" is not allowed",
          "plimsoll.input.max-lateness | 400 d | is not allowed; allowed is a duration from 0",
          "plimsoll.output.delivery | perhaps | \"perhaps\" is not allowed; allowed is at-least-once or",
          "plimsoll.wire.format | json | \"json\" is not allowed; allowed is single-object or",
          "plimsoll.watch.cached-accounts | 0 | 0 is not allowed; allowed is a whole number",
          "plimsoll.topics.quotes | positions | another kind's topic as well",
          "plimsoll.wire.writer-schemas | no.avsc | no.avsc cannot be read",
        })
    void whatIsNotAllowedIsRefusedInOneLineWithItsKey(String key, String value, String words) {
      assertThatThrownBy(() -> MonitorSettings.of(configuration(key, value)))
          .isInstanceOf(OptionException.class)
          .message()
          .contains(words == null ? "" : words)
          .contains(key.contains("topics") ? "plimsoll.topics." : key)
          .doesNotContain("\n");
    }
  }

  @Nested
  class Secrets {

    @Test
    void propertiesOfTheClientComeFromKeysAndFromAFileOfTheirOwn() throws IOException {
      Path file = directory.resolve("secrets.properties");
      Files.writeString(file, "ssl.key.password=hush\n");

      MonitorSettings settings =
          MonitorSettings.of(
              configuration(
                  "plimsoll.kafka.properties.security.protocol",
                  "SSL",
                  "plimsoll.kafka.properties-file",
                  file.toString()));

      assertThat(settings.range().brokers().client())
          .containsOnly(
              Map.entry("security.protocol", "SSL"), Map.entry("ssl.key.password", "hush"));
    }

    @Test
    void noneStandsInAnyText() {
      MonitorSettings settings =
          MonitorSettings.of(
              configuration("plimsoll.kafka.properties.sasl.jaas.config", "x password=\"hush\";"));

      assertThat(settings.toString()).contains("localhost:9092").doesNotContain("hush");
    }

    @Test
    void aSecretIsKnownByItsKey() {
      assertThat(Redaction.show("ssl.Key.Password", "hush")).isEqualTo("******");
      assertThat(Redaction.show("sasl.jaas.config", "hush")).isEqualTo("******");
      assertThat(Redaction.show("client.secret", "hush")).isEqualTo("******");
      assertThat(Redaction.show("client.id", "plain")).isEqualTo("plain");
    }
  }
}
