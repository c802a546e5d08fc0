package io.plimsoll.jobs.alert.delivery;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What waits to be told to one notifier: in order, one request at a time, so that a recovery never
 * overtakes what it ends. What fails is tried again until it is too old and the breaker is open;
 * what is refused is given up. Time is handed in, epoch milliseconds; moments that are never are
 * {@link #NEVER}.
 */
public final class Outbox {

  /** Notices that may wait: hours of a crash, some megabytes. */
  public static final int MOST = 10_000;

  public static final long NEVER = Long.MAX_VALUE;

  private final DeliveryRules rules;
  private final Backoff backoff;
  private final RateLimit rate;
  private final Breaker breaker = new Breaker();
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private long notBefore = Long.MIN_VALUE;
  private boolean underWay;
  private int attempts;

  /**
   * An empty one.
   *
   * @param chance numbers from 0, inside, to 1, outside
   */
  public Outbox(DeliveryRules rules, DoubleSupplier chance, long now) {
    this.rules = rules;
    this.backoff = new Backoff(chance);
    this.rate = new RateLimit(rules.perMinute(), now);
  }

  /** Takes a notice in, or says at once what became of it. */
  public Optional<Receipt> add(Delivery delivery, long now) {
    if (delivery.notice() instanceof Alert alert && alert.repeated() && !waiting.isEmpty()) {
      return Optional.empty(); // it will come again; what waits is news
    }
    if (waiting.size() == MOST) {
      String detail = MOST + " notices wait already";
      return Optional.of(new Receipt(delivery, End.OVERFLOWED, 0, detail, now));
    }
    waiting.add(delivery);
    return Optional.empty();
  }

  /** When {@link #next} has something, unless a request is under way. */
  public long due(long now) {
    if (underWay || waiting.isEmpty()) {
      return NEVER;
    }
    return Math.max(Math.max(notBefore, breaker.allowedAt()), rate.allowedAt(now));
  }

  /** What is to be sent now; its outcome must be told before there is another. */
  public Optional<Delivery> next(long now) {
    if (due(now) > now) {
      return Optional.empty();
    }
    underWay = true;
    attempts++;
    rate.take(now);
    return Optional.of(waiting.element());
  }

  /** Takes the outcome of what is under way; says of which deliveries that was the end. */
  public List<Receipt> settle(Outcome outcome, long now) {
    if (!underWay) {
      throw new IllegalStateException("nothing is under way");
    }
    underWay = false;
    return switch (outcome.kind()) {
      case DELIVERED -> {
        breaker.succeeded();
        yield List.of(end(End.DELIVERED, outcome, now));
      }
      case REFUSED -> {
        breaker.succeeded(); // somebody is there
        yield List.of(end(End.REFUSED, outcome, now));
      }
      case FAILED -> {
        breaker.failed(now);
        notBefore = now + Math.max(outcome.retryAfterMs(), backoff.pauseMs(breaker.failures()));
        yield expire(outcome, now);
      }
    };
  }

  /** All that is too old at once: each would take a request to a notifier that is dead. */
  private List<Receipt> expire(Outcome outcome, long now) {
    List<Receipt> expired = new ArrayList<>();
    while (breaker.isOpen()
        && !waiting.isEmpty()
        && now - waiting.element().since() >= rules.retryForMs()) {
      expired.add(end(End.EXPIRED, outcome, now));
    }
    return expired;
  }

  private Receipt end(End end, Outcome outcome, long now) {
    Receipt receipt = new Receipt(waiting.remove(), end, attempts, outcome.detail(), now);
    attempts = 0;
    return receipt;
  }

  /** Whether its notifier has failed again and again. */
  public boolean isBroken() {
    return breaker.isOpen();
  }

  /** How much waits, with what is under way. */
  int size() {
    return waiting.size();
  }

  /** What waits, in order, with what is under way: what a checkpoint keeps. */
  public List<Delivery> waiting() {
    return List.copyOf(waiting);
  }
}
