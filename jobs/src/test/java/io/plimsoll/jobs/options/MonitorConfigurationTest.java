package io.plimsoll.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.kafka.ReadOptions;
import io.plimsoll.jobs.kafka.StartPosition;
import io.plimsoll.jobs.wire.RegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          "plimsoll.watch.forget-closed-after | 400 d | is not allowed; allowed is a duration from 0",
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
  class AHistory {

    private static final String[] BEFORE = {
      "plimsoll.history.data", "dir", "plimsoll.history.until", "2026-03-12T10:00:00Z"
    };

    @Test
    void isNoneUnlessItIsTold() {
      MonitorSettings settings = MonitorSettings.of(configuration());

      assertThat(settings.history().data()).isEmpty();
      assertThat(settings.history().until()).isEqualTo(HistorySettings.NEVER);
      assertThat(settings.read().from()).isEqualTo(ReadOptions.FROM_THE_START);
    }

    @Test
    void cutsFilesAndTopicsAtTheSameInstant() {
      MonitorSettings settings = MonitorSettings.of(configuration(BEFORE));

      long cut = Instant.parse("2026-03-12T10:00:00Z").toEpochMilli();
      assertThat(settings.read().from()).isEqualTo(cut);
      assertThat(settings.history().readOptions().to()).isEqualTo(cut - 1);
      assertThat(settings.history().readOptions().latenessMs()).isZero();
    }

    @Test
    void hasAnEnd() {
      assertThatThrownBy(() -> MonitorSettings.of(configuration("plimsoll.history.data", "dir")))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith("plimsoll.history.until: is missing; a history ends where");
      assertThatThrownBy(
              () -> MonitorSettings.of(configuration("plimsoll.history.until", "tomorrow")))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith(
              "plimsoll.history.until: \"tomorrow\" is not allowed; allowed is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "committed"})
    void isNotFollowedByAGap(String start) {
      Map<String, String> told = new HashMap<>(configuration(BEFORE).toMap());
      told.put("plimsoll.input.start", start);

      assertThatThrownBy(() -> MonitorSettings.of(Configuration.fromMap(told)))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith("plimsoll.input.start: with a history allowed is earliest,");
    }
  }

  @Nested
  class Secrets {

    @Test
    void whatIsSecretInAFileStaysThere() throws IOException {
      Path file = directory.resolve("secrets.properties");
      Files.writeString(file, "ssl.key.password=hush\nssl.key.unknown=hush\nclient.id=me\n");

      MonitorSettings settings =
          MonitorSettings.of(
              configuration(
                  "plimsoll.kafka.properties.security.protocol",
                  "SSL",
                  "plimsoll.kafka.properties-file",
                  file.toString()));

      assertThat(settings.range().brokers().client())
          .containsEntry("security.protocol", "SSL")
          .containsEntry("client.id", "me")
          .containsEntry("ssl.key.password", "${file:" + file + ":ssl.key.password}")
          .containsEntry("ssl.key.unknown", "${file:" + file + ":ssl.key.unknown}")
          .containsEntry("config.providers", "env,file");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "sasl.jaas.config | org.x.Module required username=\"u\" password=\"hush\";",
          "sasl.jaas.config | org.x.Module required password='hush' user=\"${env:PATH}\";",
          "ssl.keystore.password | hush",
          "ssl.keystore.password | hush${env:PATH}",
          "ssl.keystore.key | hush",
          "sasl.oauthbearer.client.credentials.client.secret | hush",
        })
    void aSecretToldInTheOpenIsRefusedWithItsKey(String key, String value) {
      String option = "plimsoll.kafka.properties." + key;

      assertThatThrownBy(() -> MonitorSettings.of(configuration(option, value)))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith(option + ": is a secret told in the open; allowed is a line of")
          .hasMessageContaining("plimsoll.kafka.properties-file")
          .hasMessageContaining("${env:VARIABLE}")
          .message()
          .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "sasl.jaas.config | org.x.Module required username=\"u\" password=\"${env:PATH}\";",
          "sasl.jaas.config | org.x.Krb5LoginModule required keyTab=\"/k.keytab\";",
          "ssl.keystore.password | ${env:PATH}",
          "ssl.truststore.certificates | -----BEGIN CERTIFICATE-----",
          "ssl.truststore.location | /trust.p12",
        })
    void aReferenceAndWhatIsNoSecretIsTaken(String key, String value) {
      MonitorSettings settings =
          MonitorSettings.of(configuration("plimsoll.kafka.properties." + key, value));

      assertThat(settings.range().brokers().client()).containsEntry(key, value);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "${env:PLIMSOLL_NO_SUCH}      | ${env:PLIMSOLL_NO_SUCH} is not there",
          "${file:/no/such/file:key}    | Could not read properties from file /no/such/file",
        })
    void aReferenceToNothingIsNamed(String value, String words) {
      String option = "plimsoll.kafka.properties.ssl.key.password";

      assertThatThrownBy(() -> MonitorSettings.of(configuration(option, value)))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith(option + ": ")
          .hasMessageContaining(words);
    }

    @Test
    void aPasswordInTheAddressOfTheRegistryIsRefusedAndNotRepeated() {
      assertThatThrownBy(
              () ->
                  MonitorSettings.of(
                      configuration(
                          "plimsoll.wire.format",
                          "confluent",
                          "plimsoll.wire.registry-url",
                          "https://me:hush@localhost")))
          .isInstanceOf(OptionException.class)
          .hasMessageStartingWith("plimsoll.wire.registry-url: is not allowed; allowed is http or")
          .hasMessageContaining("plimsoll.wire.registry-credentials-file")
          .hasMessageNotContaining("hush");
    }

    @Test
    void aFileOfTheRegistryThatIsNotThereIsNamedBeforeAnythingStarts() {
      for (String file : List.of("credentials", "truststore")) {
        assertThatThrownBy(
                () ->
                    MonitorSettings.of(
                        configuration(
                            "plimsoll.wire.format",
                            "confluent",
                            "plimsoll.wire.registry-url",
                            "https://localhost",
                            "plimsoll.wire.registry-" + file + "-file",
                            "none.txt")))
            .isInstanceOf(RegistryException.class)
            .hasMessageStartingWith(file + " of the schema registry, none.txt: cannot be read");
      }
    }

    @Test
    void aReferenceInTheFileIsRefused() throws IOException {
      Path file = directory.resolve("secrets.properties");
      Files.writeString(file, "ssl.key.password=${env:PATH}\n");

      assertThatThrownBy(
              () ->
                  MonitorSettings.of(
                      configuration("plimsoll.kafka.properties-file", file.toString())))
          .hasMessageContaining(file + ", ssl.key.password: is a reference itself");
    }

    @Test
    void whatCannotBeReadIsNotQuoted() throws IOException {
      Path file = directory.resolve("secrets.properties");
      Files.writeString(file, "ssl.key.password=\\uhush\n");

      assertThatThrownBy(
              () ->
                  MonitorSettings.of(
                      configuration("plimsoll.kafka.properties-file", file.toString())))
          .hasMessageContaining("cannot be read")
          .message()
          .doesNotContain("hush");
      assertThatThrownBy(
              () -> MonitorSettings.of(configuration("plimsoll.kafka.properties", "hush")))
          .hasMessage("plimsoll.kafka.properties: is not allowed; allowed are keys below it");
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
