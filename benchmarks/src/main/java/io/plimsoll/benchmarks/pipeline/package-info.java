/**
 * The whole path at speed: how many rows of history a second go through the pipeline, beside how
 * many the same source reads from the same files into a sink that only counts.
 *
 * <p>Purpose: a pipeline cannot be faster than its source; what it may cost beyond it is a number
 * to watch. Both graphs run in one JVM, in turn, so that what disturbs the machine disturbs both.
 */
package io.plimsoll.benchmarks.pipeline;
