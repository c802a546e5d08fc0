package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is known of a cluster, beside what its processes say: kept in its directory.
 *
 * @param plan what it is made of
 * @param ports of each process, by process and use: {@code broker-1.kafka} …
 * @param jobs what is kept of each that was ever submitted
 */
record ClusterState(ClusterPlan plan, Map<String, Integer> ports, Map<OwnJob, KeptJob> jobs) {

  private static final String FILE = "cluster.properties";
  private static final String HIGH_AVAILABILITY = "high-availability";
  private static final String TASK_MANAGERS = "task-managers";
  private static final String CONSOLE = "console";
  private static final String PORT = "port.";
  private static final String TOLD_PORT = "told-port.";
  private static final String FLINK = "flink.";
  private static final String ARGUMENT = "argument.";
  private static final String JOB_ID = "id.";

  ClusterState {
    ports = Map.copyOf(ports);
    // Once chosen, free ones stay, so that the same plan means the same ports.
    plan = plan.freePorts() ? plan.withPorts(ports) : plan;
    jobs = Map.copyOf(jobs);
  }

  /** Of a cluster that was never made. */
  static ClusterState none() {
    return new ClusterState(ClusterPlan.DEFAULT, Map.of(), Map.of());
  }

  /** Every process, in the order in which they are started; nobody looks where no monitor is. */
  List<String> names() {
    List<String> names = new ArrayList<>(plan.names());
    if (job(OwnJob.MONITOR).arguments().isEmpty()) {
      names.removeIf(name -> Role.of(name) == Role.CONSOLE);
    }
    return names;
  }

  KeptJob job(OwnJob which) {
    return jobs.getOrDefault(which, KeptJob.NONE);
  }

  ClusterState withJob(OwnJob which, KeptJob job) {
    Map<OwnJob, KeptJob> all = new EnumMap<>(OwnJob.class);
    all.putAll(jobs);
    all.put(which, job);
    return new ClusterState(plan, ports, all);
  }

  /** The ports of one process, by use. */
  Map<String, Integer> portsOf(String process) {
    Map<String, Integer> own = new TreeMap<>();
    ports.forEach(
        (key, port) -> {
          if (key.startsWith(process + '.')) {
            own.put(key.substring(process.length() + 1), port);
          }
        });
    return own;
  }

  /** What a directory keeps, if a cluster was ever made there. */
  static Optional<ClusterState> read(Path directory) {
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(directory.resolve(FILE))) {
      kept.load(in);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ClusterPlan plan =
        new ClusterPlan(
            Boolean.parseBoolean(kept.getProperty(HIGH_AVAILABILITY)),
            Integer.parseInt(kept.getProperty(TASK_MANAGERS)),
            Boolean.parseBoolean(kept.getProperty(CONSOLE, "true")),
            false,
            ports(kept, TOLD_PORT),
            below(kept, FLINK));
    Map<OwnJob, KeptJob> jobs = new EnumMap<>(OwnJob.class);
    for (OwnJob job : OwnJob.values()) {
      String prefix = prefix(job);
      jobs.put(
          job, new KeptJob(numbered(kept, prefix + ARGUMENT), numbered(kept, prefix + JOB_ID)));
    }
    return Optional.of(new ClusterState(plan, ports(kept, PORT), jobs));
  }

  /** Where it stands in the file; the first was the only one once. */
  private static String prefix(OwnJob job) {
    return job == OwnJob.MONITOR ? "job." : job.command() + '.';
  }

  private static Map<String, Integer> ports(Properties kept, String prefix) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    below(kept, prefix).forEach((key, port) -> ports.put(key, Integer.valueOf(port)));
    return ports;
  }

  private static Map<String, String> below(Properties kept, String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (String key : kept.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), kept.getProperty(key));
      }
    }
    return found;
  }

  private static List<String> numbered(Properties kept, String prefix) {
    List<String> found = new ArrayList<>();
    while (kept.containsKey(prefix + found.size())) {
      found.add(kept.getProperty(prefix + found.size()));
    }
    return found;
  }

  private static void write(Properties kept, String prefix, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      kept.setProperty(prefix + i, values.get(i));
    }
  }

  void write(Path directory) {
    Properties kept = new Properties();
    kept.setProperty(HIGH_AVAILABILITY, Boolean.toString(plan.highAvailability()));
    kept.setProperty(TASK_MANAGERS, Integer.toString(plan.taskManagers()));
    kept.setProperty(CONSOLE, Boolean.toString(plan.console()));
    ports.forEach((key, port) -> kept.setProperty(PORT + key, port.toString()));
    plan.ports().forEach((key, port) -> kept.setProperty(TOLD_PORT + key, port.toString()));
    plan.flink().forEach((key, value) -> kept.setProperty(FLINK + key, value));
    jobs.forEach(
        (which, job) -> {
          write(kept, prefix(which) + ARGUMENT, job.arguments());
          write(kept, prefix(which) + JOB_ID, job.ids());
        });
    StringWriter text = new StringWriter();
    try {
      kept.store(text, "Kept by ./plimsoll up: not to be changed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ConfigurationFiles.write(directory.resolve(FILE), text.toString());
  }
}
