package io.plimsoll.jobs.feed;

import java.util.List;

/**
 * What a feed came to.
 *
 * @param sent records
 * @param unsent rows that no record can say
 * @param firstUnsent where the first of those stand, and why; the log has all of them
 * @param lastInstant latest instant sent, epoch milliseconds, or {@link #NOTHING}
 */
public record FeedResult(long sent, long unsent, List<String> firstUnsent, long lastInstant) {

  /** No row that a backfill would take was sent. */
  public static final long NOTHING = Long.MIN_VALUE;

  public FeedResult {
    firstUnsent = List.copyOf(firstUnsent);
  }
}
