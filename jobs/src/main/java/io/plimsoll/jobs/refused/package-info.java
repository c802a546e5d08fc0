/**
 * What a monitor has refused, for those who look into it: which to choose, how it is shown, and
 * what of it can be given back to its topic. Read and written by {@link io.plimsoll.jobs.kafka}.
 */
package io.plimsoll.jobs.refused;
