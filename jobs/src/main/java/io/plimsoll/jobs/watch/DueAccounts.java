package io.plimsoll.jobs.watch;

import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Accounts by the instant at which something of theirs falls due. Mutable. */
final class DueAccounts {

  private record Due(long instant, String account) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(instant, other.instant);
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();

  void add(long instant, String account) {
    queue.add(new Due(instant, account));
  }

  /** The next instant, or {@link Long#MAX_VALUE}. */
  long next() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().instant();
  }

  /** Takes what is due up to an instant. */
  void takeUpTo(long instant, Consumer<String> due) {
    while (next() <= instant) {
      due.accept(queue.remove().account());
    }
  }
}
