/**
 * A cluster of real processes on one machine.
 *
 * <p>Purpose: Kafka, ZooKeeper, JobManagers and TaskManagers as operators run them, to be started,
 * watched and killed. In: {@code flink-conf}, and a {@link io.plimsoll.jobs.cluster.ClusterPlan}.
 * State: one directory, so that any process finds the cluster again ({@link
 * io.plimsoll.jobs.cluster.LocalCluster} says what is where). Processes outlive the one that
 * started them. Flink is spoken to by its REST interface and its command line only.
 */
package io.plimsoll.jobs.cluster;
