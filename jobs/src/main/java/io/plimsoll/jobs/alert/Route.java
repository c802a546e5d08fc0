package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which accounts' crossings are told to whom, and how.
 *
 * @param name of the route, part of every id
 * @param accounts whose crossings are told
 * @param from the level from which on they are; never SAFE
 * @param minDebtUsd debt from which on an episode is opened, USD; one that is open goes on with any
 * @param notifiers names of those told, in the order of the file
 * @param digestAbove alerts told one by one within a window; what is more is told in a digest
 * @param windowMs length of a window, milliseconds
 * @param repeatMs between repetitions of what is firing, milliseconds
 * @param rememberMs how long an account is remembered after it was last heard of at a level that is
 *     not told, milliseconds
 * @param quiet when what can wait is not told, if ever
 */
public record Route(
    String name,
    AccountNames accounts,
    Level from,
    double minDebtUsd,
    List<String> notifiers,
    int digestAbove,
    long windowMs,
    long repeatMs,
    long rememberMs,
    Optional<QuietHours> quiet) {

  public Route {
    notifiers = List.copyOf(notifiers);
    if (from == Level.SAFE) {
      throw new IllegalArgumentException("route " + name + " from SAFE");
    }
  }

  /** When that may be told which can wait at this level; nothing when it may be told now. */
  OptionalLong waitsUntil(Level level, long now) {
    return quiet
        .filter(hours -> !level.isAtLeast(hours.below()))
        .map(hours -> hours.endOf(now))
        .orElseGet(OptionalLong::empty);
  }
}
