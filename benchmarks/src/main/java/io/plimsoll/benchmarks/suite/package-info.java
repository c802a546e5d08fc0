/**
 * Runs put together: engines side by side, whose events must agree, and everything that {@code
 * docs/performance.md} states, part by part in one go.
 */
package io.plimsoll.benchmarks.suite;
