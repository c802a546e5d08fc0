/**
 * Margin events, as few bits as tell them apart: (tick, account, from, to). What an engine issued
 * is held against what another did on the same ticks.
 */
package io.plimsoll.benchmarks.trigger;
