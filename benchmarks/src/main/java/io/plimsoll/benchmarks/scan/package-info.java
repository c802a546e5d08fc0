/**
 * The pattern of Flink's documentation for rules against keyed state: prices as broadcast state,
 * and every key visited whenever one changes.
 */
package io.plimsoll.benchmarks.scan;
