package io.plimsoll.jobs.feed;

import java.util.List;

/**
 * What a feed came to.
 *
 * @param sent records
 * @param unsent rows that no record can say
 * @param firstUnsent where the first of those stand, and why; the log has all of them
 */
public record FeedResult(long sent, long unsent, List<String> firstUnsent) {

  public FeedResult {
    firstUnsent = List.copyOf(firstUnsent);
  }
}
