/**
 * Faults on purpose, while a history is fed to monitors in a cluster of real processes.
 *
 * <p>Purpose: {@code plimsoll chaos}. In: the files of a backfill. Out: for each kind of fault
 * whether the topics hold what an undisturbed run writes, and how long it took until the monitors
 * had caught up. Whatever is random is drawn from one seed ({@link io.plimsoll.jobs.chaos.Dice}).
 * Processes are started and hurt through {@link io.plimsoll.jobs.cluster.LocalCluster}; how far a
 * job has come is asked by REST.
 */
package io.plimsoll.jobs.chaos;
