/**
 * How an engine that runs on Flink is fed and timed: two sources that wait for each other, and a
 * probe that sees every watermark leave the stage.
 *
 * <pre>
 *  accounts ──────────────►┐
 *                          ├──► the stage ──► probe
 *  first marks, then ticks ►┘      ▲            │ loaded; tick passed
 *        └── waits ◄───────────────┴── control ◄┘
 * </pre>
 *
 * <p>Everything is in one JVM, so the control is a static object. Ticks in flight are bounded by
 * what passes in a fraction of a second. The accounts come in instants of a thousand, each with its
 * watermark, so that what the stage holds back for its instant is bounded too.
 */
package io.plimsoll.benchmarks.flink;
