package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;

/**
 * One account's episode, told alone.
 *
 * @param id from the route and the crossing it tells; a repetition has that of what it repeats
 * @param route it is told on
 * @param repeated whether the same was told before
 * @param member the account and its episode
 * @param before level that was told before; SAFE for the first time
 * @param repeatMs until it is repeated while it fires, milliseconds
 */
public record Alert(
    String id, String route, boolean repeated, Member member, Level before, long repeatMs)
    implements Notice {}
