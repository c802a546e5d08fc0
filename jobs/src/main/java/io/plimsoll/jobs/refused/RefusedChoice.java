package io.plimsoll.jobs.refused;

import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.market.RefusalReason;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which refusals somebody wants.
 *
 * @param reasons for any of these; for whatever reason if there are none
 * @param topics of any of these; of whatever topic if there are none
 * @param since refused at this time or later, epoch milliseconds
 * @param until refused before this time, epoch milliseconds
 */
public record RefusedChoice(Set<RefusalReason> reasons, Set<String> topics, long since, long until)
    implements Predicate<RefusedInput> {

  public RefusedChoice {
    reasons = Set.copyOf(reasons);
    topics = Set.copyOf(topics);
  }

  @Override
  public boolean test(RefusedInput refused) {
    return (reasons.isEmpty()
            || reasons.stream().anyMatch(reason -> reason.name().equals(refused.reason())))
        && (topics.isEmpty() || topics.contains(refused.topic()))
        && refused.refusedAt() >= since
        && refused.refusedAt() < until;
  }
}
