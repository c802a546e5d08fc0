/**
 * The same job as a continuous query: holdings joined with prices, summed by account, and a small
 * keyed stage behind it that knows the level an account was at.
 *
 * <p>A query's changelog shows sums between the old price of a holding and the new one. The stage
 * behind waits for the watermark, which follows all changes of its instant through the query, and
 * judges what then stands. Mini-batches are off: they hold watermarks back and put several instants
 * into one, so that a trigger between two is missed.
 */
package io.plimsoll.benchmarks.sql;
