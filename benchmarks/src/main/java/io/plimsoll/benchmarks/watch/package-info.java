/** Plimsoll's own margin watch as an engine. */
package io.plimsoll.benchmarks.watch;
