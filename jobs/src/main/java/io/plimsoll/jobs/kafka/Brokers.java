package io.plimsoll.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
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

  private static final long POLL_NANOS = 20_000_000L;

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
    Admin opened = admin(timeout);
    try {
      return partitions(opened.describeTopics(topics).topicNameValues(), timeout);
    } finally {
      opened.close(Duration.ZERO);
    }
  }

  /**
   * Creates those of some topics that there are not; the others stay as they are.
   *
   * @return the names of those created
   * @throws BrokerException when no broker answers in time, or one cannot be created
   */
  public List<String> createMissing(Collection<NewTopic> topics, Duration timeout) {
    Admin opened = admin(timeout);
    try {
      Set<String> there = await(opened.listTopics().names(), "its topics", timeout);
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !there.contains(topic.name()))
              .sorted(Comparator.comparing(NewTopic::name))
              .toList();
      Map<String, KafkaFuture<Void>> created = opened.createTopics(missing).values();
      for (NewTopic topic : missing) {
        await(created.get(topic.name()), "topic " + topic.name(), timeout);
      }
      List<String> names = missing.stream().map(NewTopic::name).toList();
      awaitKnown(opened, names, timeout);
      return names;
    } finally {
      opened.close(Duration.ZERO);
    }
  }

  /** The controller knows of a new topic before the brokers do. */
  private void awaitKnown(Admin admin, List<String> topics, Duration timeout) {
    long start = System.nanoTime();
    while (!await(admin.listTopics().names(), "its topics", timeout).containsAll(topics)) {
      if (System.nanoTime() - start > timeout.toNanos()) {
        throw new BrokerException(
            servers + ": created, but not there within " + timeout.toMillis() + " ms: " + topics,
            null);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private <T> T await(KafkaFuture<T> answer, String what, Duration timeout) {
    try {
      return answer.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
          ? silent(e)
          : new BrokerException(servers + ", " + what + ": " + root(e), e);
    } catch (TimeoutException e) {
      throw new BrokerException(unreachable(timeout), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(servers + ": interrupted while asking for " + what, e);
    }
  }

  private Admin admin(Duration timeout) {
    Properties properties = properties();
    int millis = Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      throw new BrokerException(servers + ": cannot be connected to: " + root(e), e);
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
      return silent(e);
    }
    return new BrokerException(servers + ", topic " + topic + ": " + root(e), e);
  }

  private BrokerException silent(ExecutionException e) {
    return new BrokerException(
        servers + ": no broker answers (" + root(e) + "); allowed is host:port,… of one that does",
        e);
  }

  private String unreachable(Duration timeout) {
    return servers + ": no broker answers within " + timeout.toMillis() + " ms";
  }

  static String root(Throwable e) {
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
