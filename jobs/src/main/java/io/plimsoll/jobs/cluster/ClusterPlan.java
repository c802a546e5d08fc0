package io.plimsoll.jobs.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is made of.
 *
 * @param highAvailability two JobManagers that agree by ZooKeeper which leads, and not one
 * @param taskManagers how many
 * @param console whether people are to look at the monitor, where there is one
 * @param freePorts any that are free, and not those of {@code flink-conf}
 * @param ports that win over both, by process and use: {@code broker-1.kafka}, {@code
 *     jobmanager-1.rest} …
 * @param flink options of Flink that win over {@code flink-conf}, by key
 */
public record ClusterPlan(
    boolean highAvailability,
    int taskManagers,
    boolean console,
    boolean freePorts,
    Map<String, Integer> ports,
    Map<String, String> flink) {

  /** One JobManager, two TaskManagers, the ports of {@code flink-conf}. */
  public static final ClusterPlan DEFAULT =
      new ClusterPlan(false, 2, true, false, Map.of(), Map.of());

  private static final int MOST = 99;
  private static final int MOST_PORT = 65_535;

  public ClusterPlan {
    ports = Map.copyOf(ports);
    flink = Map.copyOf(flink);
    if (taskManagers < 1 || taskManagers > MOST) {
      throw new ClusterException(
          taskManagers + " TaskManagers are not allowed; allowed is a number from 1 to " + MOST);
    }
  }

  public ClusterPlan withHighAvailability(boolean wanted) {
    return new ClusterPlan(wanted, taskManagers, console, freePorts, ports, flink);
  }

  public ClusterPlan withTaskManagers(int number) {
    return new ClusterPlan(highAvailability, number, console, freePorts, ports, flink);
  }

  /** Whether people are to look at the monitor. */
  public ClusterPlan withConsole(boolean wanted) {
    return new ClusterPlan(highAvailability, taskManagers, wanted, freePorts, ports, flink);
  }

  /** Free ports for all, whatever was told of them before. */
  public ClusterPlan withFreePorts() {
    return new ClusterPlan(highAvailability, taskManagers, console, true, Map.of(), flink);
  }

  /** Another port for a use, such as {@code broker-1.kafka} or {@code jobmanager-1.rest}. */
  public ClusterPlan withPort(String use, int port) {
    if (port < 1 || port > MOST_PORT) {
      throw new ClusterException(
          "port " + use + ": " + port + " is not allowed; allowed is 1 to " + MOST_PORT);
    }
    Map<String, Integer> more = new LinkedHashMap<>(ports);
    more.put(use, port);
    return new ClusterPlan(highAvailability, taskManagers, console, freePorts, more, flink);
  }

  ClusterPlan withPorts(Map<String, Integer> all) {
    return new ClusterPlan(highAvailability, taskManagers, console, false, all, flink);
  }

  /** Another value of an option of Flink, such as {@code taskmanager.numberOfTaskSlots}. */
  public ClusterPlan withFlink(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(flink);
    more.put(key, value);
    return new ClusterPlan(highAvailability, taskManagers, console, freePorts, ports, more);
  }

  int jobManagers() {
    return highAvailability ? 2 : 1;
  }

  /** Every process, in the order in which they are started. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (highAvailability) {
      names.add(Role.ZOOKEEPER.name(1));
    }
    names.add(Role.BROKER.name(1));
    for (int i = 1; i <= jobManagers(); i++) {
      names.add(Role.JOBMANAGER.name(i));
    }
    for (int i = 1; i <= taskManagers; i++) {
      names.add(Role.TASKMANAGER.name(i));
    }
    if (console) {
      names.add(Role.CONSOLE.name(1));
    }
    return names;
  }
}
