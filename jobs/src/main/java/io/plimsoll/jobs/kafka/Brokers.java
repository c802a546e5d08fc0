package io.plimsoll.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A Kafka cluster, and how to speak to it.
 *
 * @param servers host:port of some of its brokers
 * @param client further properties of every client, secrets among them: never printed
 */
public record Brokers(String servers, Map<String, String> client) implements Serializable {

  public Brokers {
    client = Map.copyOf(client);
  }

  /** The properties of a client. */
  Properties properties() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    return properties;
  }

  /**
   * How many partitions each topic has: asked before a job starts, so that what is missing is told
   * in a line.
   *
   * @throws BrokerException when no broker answers in time, or a topic is missing
   */
  public Map<String, Integer> partitions(Collection<String> topics, Duration timeout) {
    Properties properties = properties();
    int millis = Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    Admin opened;
    try {
      opened = Admin.create(properties);
    } catch (KafkaException e) {
      throw new BrokerException(servers + ": cannot be connected to: " + root(e), e);
    }
    try {
      return partitions(opened.describeTopics(topics).topicNameValues(), timeout);
    } finally {
      opened.close(Duration.ZERO);
    }
  }

  private Map<String, Integer> partitions(
      Map<String, KafkaFuture<TopicDescription>> descriptions, Duration timeout) {
    Map<String, Integer> partitions = new TreeMap<>();
    Map<String, KafkaFuture<TopicDescription>> byName = new TreeMap<>(descriptions);
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : byName.entrySet()) {
      try {
        TopicDescription found =
            topic.getValue().get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        partitions.put(topic.getKey(), found.partitions().size());
      } catch (ExecutionException e) {
        throw refused(topic.getKey(), e);
      } catch (TimeoutException e) {
        throw new BrokerException(unreachable(timeout), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BrokerException(servers + ": interrupted while asking for its topics", e);
      }
    }
    return partitions;
  }

  private BrokerException refused(String topic, ExecutionException e) {
    if (e.getCause() instanceof UnknownTopicOrPartitionException) {
      return new BrokerException(
          "topic " + topic + ": there is none at " + servers + "; docs/topics.md has them all", e);
    }
    if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new BrokerException(
          servers
              + ": no broker answers ("
              + root(e)
              + "); allowed is host:port,… of one that does",
          e);
    }
    return new BrokerException(servers + ", topic " + topic + ": " + root(e), e);
  }

  private String unreachable(Duration timeout) {
    return servers + ": no broker answers within " + timeout.toMillis() + " ms";
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  /** Without the client's properties: there are secrets among them. */
  @Override
  public String toString() {
    return servers;
  }
}
