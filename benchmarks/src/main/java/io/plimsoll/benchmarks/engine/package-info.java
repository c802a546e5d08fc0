/**
 * What the engines have in common: the order they are given, how they are timed, what they report,
 * and a process of its own for each run, so that nobody's heap or compiled code disturbs another's.
 */
package io.plimsoll.benchmarks.engine;
