package io.plimsoll.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A Kafka cluster, and how to speak to it.
 *
 * @param servers host:port of some of its brokers
 * @param client further properties of every client: of secrets only where they are
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
   * @param needed what is to be done with them, READ or WRITE
   * @throws BrokerException when no broker answers in time, a topic is missing, or the right to it
   */
  public Map<String, Integer> partitions(
      Collection<String> topics, AclOperation needed, Duration timeout) {
    try (BrokerAdmin admin = new BrokerAdmin(this, timeout)) {
      return admin.partitions(topics, needed);
    }
  }

  /**
   * Creates those of some topics that there are not; the others stay as they are.
   *
   * @return the names of those created
   * @throws BrokerException when no broker answers in time, or one cannot be created
   */
  public List<String> createMissing(Collection<NewTopic> topics, Duration timeout) {
    try (BrokerAdmin admin = new BrokerAdmin(this, timeout)) {
      return admin.createMissing(topics);
    }
  }

  /** Without the client's properties: they are many. */
  @Override
  public String toString() {
    return servers;
  }
}
