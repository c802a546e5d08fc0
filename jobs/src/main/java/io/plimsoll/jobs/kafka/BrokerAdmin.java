package io.plimsoll.jobs.kafka;

import java.io.Closeable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a cluster before a command starts, so that what is wrong is told in a line. */
final class BrokerAdmin implements Closeable {

  private static final long POLL_NANOS = 20_000_000L;
  private static final Duration PROBE = Duration.ofSeconds(2);

  private final Brokers brokers;
  private final Duration timeout;
  private final Admin admin;

  /**
   * Prepares to ask.
   *
   * @throws BrokerException for properties that will not do, and for brokers that expect TLS where
   *     the client speaks none
   */
  BrokerAdmin(Brokers brokers, Duration timeout) {
    this.brokers = brokers;
    this.timeout = timeout;
    if (!Listener.isTls(brokers.client())) {
      refuseOtherListener(Listener.TLS);
    }
    Properties properties = brokers.properties();
    int millis = Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw new BrokerException(brokers + ": cannot be connected to: " + FailureText.of(e), e);
    }
  }

  /** How many partitions topics have that the client may read or write. */
  Map<String, Integer> partitions(Collection<String> topics, AclOperation needed) {
    Map<String, Integer> partitions = new TreeMap<>();
    Map<String, KafkaFuture<TopicDescription>> found =
        admin
            .describeTopics(
                TopicCollection.ofTopicNames(topics),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (String topic : new TreeSet<>(topics)) {
      String what = "topic " + topic;
      TopicDescription description = await(found.get(topic), what, needed);
      Set<AclOperation> allowed = description.authorizedOperations();
      if (allowed != null && !allowed.contains(needed)) {
        throw noRight(what, needed, null);
      }
      partitions.put(topic, description.partitions().size());
    }
    return partitions;
  }

  /** Creates those topics that there are not. */
  List<String> createMissing(Collection<NewTopic> topics) {
    Set<String> missing = missing(topics.stream().map(NewTopic::name).toList());
    Map<String, KafkaFuture<Void>> created =
        admin
            .createTopics(topics.stream().filter(topic -> missing.contains(topic.name())).toList())
            .values();
    for (String topic : missing) {
      await(created.get(topic), "topic " + topic, AclOperation.CREATE);
    }
    awaitKnown(missing);
    return List.copyOf(missing);
  }

  /** The controller knows of a new topic before the brokers do. */
  private void awaitKnown(Set<String> topics) {
    long start = System.nanoTime();
    while (!missing(topics).isEmpty()) {
      if (System.nanoTime() - start > timeout.toNanos()) {
        throw new BrokerException(
            brokers + ": created, but not there within " + timeout.toMillis() + " ms: " + topics,
            null);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Asked by name: a list of all topics leaves out those that the client may not describe. */
  private Set<String> missing(Collection<String> topics) {
    Set<String> missing = new TreeSet<>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (topic, answer) -> {
              if (!await(isThere(answer), "topic " + topic, AclOperation.DESCRIBE)) {
                missing.add(topic);
              }
            });
    return missing;
  }

  private static Future<Boolean> isThere(KafkaFuture<TopicDescription> answer) {
    return answer
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(description -> true)
        .exceptionally(
            e -> {
              Throwable cause = e instanceof CompletionException ? e.getCause() : e;
              if (cause instanceof UnknownTopicOrPartitionException) {
                return false;
              }
              throw new CompletionException(cause);
            });
  }

  /**
   * Refuses a group that offsets cannot be committed for. Nothing is committed by asking; a group
   * that there is not yet has no rights to describe, and so is asked with what it is for.
   */
  void checkGroup(String group) {
    await(
        admin.alterConsumerGroupOffsets(group, Map.of()).all(),
        "group " + group,
        AclOperation.READ);
  }

  /**
   * Refuses transactional ids that nothing can be written with. Asking ends the open transaction of
   * an id, so it must be one that no producer has.
   */
  void checkTransactions(Collection<String> unused) {
    Map<String, KafkaFuture<Void>> asked = admin.fenceProducers(unused).fencedProducers();
    new TreeMap<>(asked)
        .forEach((id, answer) -> await(answer, "transactional id " + id, AclOperation.WRITE));
  }

  private <T> T await(Future<T> answer, String what, AclOperation needed) {
    try {
      return answer.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw refused(what, needed, e);
    } catch (TimeoutException e) {
      throw silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(brokers + ": interrupted while asking for " + what, e);
    }
  }

  private BrokerException refused(String what, AclOperation needed, ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnknownTopicOrPartitionException) {
      return new BrokerException(
          what + ": there is none at " + brokers + "; docs/topics.md has them all", e);
    }
    if (cause instanceof AuthorizationException) {
      return noRight(what, needed, e);
    }
    if (cause instanceof AuthenticationException) {
      return new BrokerException(brokers + ": " + FailureText.of(e), e);
    }
    if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return silent(e);
    }
    return new BrokerException(brokers + ", " + what + ": " + FailureText.of(e), e);
  }

  private BrokerException noRight(String what, AclOperation needed, Throwable cause) {
    return new BrokerException(
        what
            + ": no right to "
            + needed
            + " at "
            + brokers
            + "; docs/security.md has the rights of each command",
        cause);
  }

  private BrokerException silent(Exception e) {
    refuseOtherListener(Listener.isTls(brokers.client()) ? Listener.PLAIN : Listener.TLS);
    return new BrokerException(
        brokers
            + ": no broker answers within "
            + timeout.toMillis()
            + " ms; allowed is host:port,… of one that does, and the security.protocol of that"
            + " port",
        e);
  }

  private void refuseOtherListener(Listener other) {
    Duration patience = timeout.compareTo(PROBE) < 0 ? timeout : PROBE;
    for (String address : brokers.servers().split(",", -1)) {
      if (Listener.at(address.strip(), patience) == other) {
        throw new BrokerException(
            address.strip()
                + (other == Listener.TLS
                    ? ": speaks TLS, and the client does not; allowed is security.protocol SSL or"
                        + " SASL_SSL"
                    : ": speaks no TLS, and the client does; allowed is security.protocol PLAINTEXT"
                        + " or SASL_PLAINTEXT, or the port that speaks TLS"),
            null);
      }
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
