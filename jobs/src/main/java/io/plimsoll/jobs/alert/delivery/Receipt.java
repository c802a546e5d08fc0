package io.plimsoll.jobs.alert.delivery;

/**
 * What became of a delivery in the end; each has one.
 *
 * @param delivery that it is about
 * @param end how it ended
 * @param attempts requests made for it since the job was started or restored last
 * @param detail what the other side said last, in few words
 * @param at when, epoch milliseconds
 */
public record Receipt(Delivery delivery, End end, int attempts, String detail, long at) {

  /** How a delivery ends. */
  public enum End {
    DELIVERED,
    /** The other side will not have it, or it cannot be said to it. */
    REFUSED,
    /** Tried for as long as the notifier's rules say. */
    EXPIRED,
    /** There was no room left to wait in. */
    OVERFLOWED
  }
}
