package io.plimsoll.jobs.cluster;

import java.util.Locale;

/** What a process of the cluster is, in the order in which they are started. */
public enum Role {
  ZOOKEEPER,
  BROKER,
  JOBMANAGER,
  TASKMANAGER,
  CONSOLE;

  /** The name of one of them, counted from 1: of its files, and as people write it. */
  public String name(int number) {
    return name().toLowerCase(Locale.ROOT) + '-' + number;
  }

  /** The role in a name. */
  static Role of(String name) {
    return valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
  }

  /** The number in a name. */
  static int number(String name) {
    return Integer.parseInt(name.substring(name.indexOf('-') + 1));
  }
}
