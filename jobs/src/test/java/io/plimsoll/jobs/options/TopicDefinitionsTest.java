package io.plimsoll.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicDefinitionsTest {

  private static final Path OURS = Path.of("..", "flink-conf", "topics.yaml");

  private static final TopicSettings SETTINGS =
      TopicSettings.of(
          Configuration.fromMap(
              Map.of(MonitorOptions.SERVERS.key(), "b:1", MonitorOptions.QUOTES.key(), "q")));

  @TempDir private Path directory;

  @Test
  void oursDefineEveryTopicAsTheDocumentsSay() {
    Map<String, NewTopic> topics =
        TopicDefinitions.read(OURS, SETTINGS).stream()
            .collect(Collectors.toMap(NewTopic::name, topic -> topic));

    assertThat(topics.keySet())
        .containsExactlyInAnyOrder(
            "q",
            "indices",
            "stress",
            "accounts",
            "positions",
            "margin-events",
            "asset-states",
            "refused");
    assertThat(topics.get("q").numPartitions()).isEqualTo(4);
    assertThat(topics.get("accounts").configs()).containsEntry("cleanup.policy", "compact");
    assertThat(topics.get("positions").configs())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
    assertThat(topics.get("stress").configs()).containsEntry("cleanup.policy", "delete");
  }

  @Test
  void thoseOfTheAlertsAreDefinedToo() {
    List<NewTopic> topics =
        TopicDefinitions.readOfAlerts(OURS, new AlertTopics("told", "not-told", "lists"));

    assertThat(topics)
        .extracting(NewTopic::name)
        .containsExactlyInAnyOrder("told", "not-told", "lists");
    assertThat(topics).allMatch(topic -> topic.numPartitions() == 1);
  }

  @Test
  void aTopicMayHaveMoreCopiesThanTheBrokersDefault() throws Exception {
    Path file = directory.resolve("topics.yaml");
    Files.writeString(file, Files.readString(OURS).replace("quotes:", "quotes:\n  replication: 3"));

    List<NewTopic> topics = TopicDefinitions.read(file, SETTINGS);

    assertThat(topics.get(0).replicationFactor()).isEqualTo((short) 3);
    assertThat(topics.get(1).replicationFactor()).isEqualTo((short) -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quotes: | qoutes: | qoutes: is no topic of a job; allowed are",
        "  partitions: 4 | '' | quotes.partitions: is missing",
        "  partitions: 4 |   partitions: many | quotes.partitions: \"many\" is not allowed",
        "  partitions: 4 |   partitions: 0 | quotes.partitions: \"0\" is not allowed",
        "  partitions: 4 |   parts: 4 | quotes.parts: is not known; allowed are partitions",
      },
      ignoreLeadingAndTrailingWhitespace = true)
  void whatIsWrongIsNamed(String right, String wrong, String told) throws Exception {
    Path file = directory.resolve("topics.yaml");
    Files.writeString(file, Files.readString(OURS).replaceFirst(right, wrong));

    assertThatThrownBy(() -> TopicDefinitions.read(file, SETTINGS))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining(file + ": ")
        .hasMessageContaining(told);
  }

  @Test
  void aTopicThatIsNotDefinedIsNamed() throws Exception {
    Path file = directory.resolve("topics.yaml");
    Files.writeString(file, "quotes: {partitions: 1}");

    assertThatThrownBy(() -> TopicDefinitions.read(file, SETTINGS))
        .hasMessageContaining("indices: is missing; defined must be");
  }
}
