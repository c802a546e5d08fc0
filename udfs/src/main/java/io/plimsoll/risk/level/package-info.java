/**
 * Levels with hysteresis, and when an event is issued (risk model §6).
 *
 * <p>Pure: the standing of one judged portfolio and its assessment in, the next standing and what
 * to say of it out.
 */
package io.plimsoll.risk.level;
