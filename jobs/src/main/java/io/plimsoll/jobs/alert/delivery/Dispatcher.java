package io.plimsoll.jobs.alert.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Delivers to all notifiers, each at its own pace: none waits for another. For one thread: requests
 * run elsewhere, and what becomes of them comes back through an executor of that thread.
 */
public final class Dispatcher {

  /** Sends one request. */
  public interface Sender {

    /** What becomes of it, in time; a failure that it does not expect is one to try again. */
    CompletableFuture<Outcome> send(Delivery delivery);
  }

  /** Hears what becomes of deliveries and of notifiers. */
  public interface Listener {

    /** A delivery has come to its end. */
    void ended(Receipt receipt);

    /**
     * A notifier has failed so often that it is asked but now and then.
     *
     * @param detail what it said last, in few words and without secrets
     */
    void broke(String notifier, String detail);

    /** A notifier that was broken has answered. */
    void mended(String notifier);
  }

  private final Function<String, DeliveryRules> rules;
  private final Sender sender;
  private final Executor thread;
  private final Listener listener;
  private final LongSupplier clock;
  private final DoubleSupplier chance;
  private final Map<String, Outbox> outboxes = new LinkedHashMap<>();

  /**
   * A dispatcher with nothing to do.
   *
   * @param rules of a notifier, by its name
   * @param thread runs what comes back in the thread that this is for
   * @param clock epoch milliseconds
   * @param chance numbers from 0, inside, to 1, outside
   */
  public Dispatcher(
      Function<String, DeliveryRules> rules,
      Sender sender,
      Executor thread,
      Listener listener,
      LongSupplier clock,
      DoubleSupplier chance) {
    this.rules = rules;
    this.sender = sender;
    this.thread = thread;
    this.listener = listener;
    this.clock = clock;
    this.chance = chance;
  }

  /** Takes a delivery in, and sends what can be sent. */
  public void add(Delivery delivery) {
    long now = clock.getAsLong();
    Outbox outbox =
        outboxes.computeIfAbsent(
            delivery.notifier(), name -> new Outbox(rules.apply(name), chance, now));
    outbox.add(delivery, now).ifPresent(listener::ended);
    send(outbox);
  }

  /** Sends what has become due. */
  public void wake() {
    outboxes.values().forEach(this::send);
  }

  private void send(Outbox outbox) {
    outbox.next(clock.getAsLong()).ifPresent(delivery -> send(outbox, delivery));
  }

  private void send(Outbox outbox, Delivery delivery) {
    CompletableFuture<Outcome> unused =
        sender
            .send(delivery)
            .whenComplete(
                (outcome, failure) ->
                    thread.execute(
                        () ->
                            settle(
                                delivery.notifier(),
                                outbox,
                                failure == null
                                    ? outcome
                                    : Outcome.failed(failure.getClass().getSimpleName()))));
  }

  private void settle(String notifier, Outbox outbox, Outcome outcome) {
    boolean before = outbox.isBroken();
    outbox.settle(outcome, clock.getAsLong()).forEach(listener::ended);
    if (!before && outbox.isBroken()) {
      listener.broke(notifier, outcome.detail());
    } else if (before && !outbox.isBroken()) {
      listener.mended(notifier);
    }
    send(outbox);
  }

  /** When it is to be woken, epoch milliseconds; {@link Outbox#NEVER} if nothing waits for time. */
  public long due() {
    long now = clock.getAsLong();
    return outboxes.values().stream()
        .mapToLong(outbox -> outbox.due(now))
        .min()
        .orElse(Outbox.NEVER);
  }

  /** How many notifiers have failed again and again. */
  public long broken() {
    return outboxes.values().stream().filter(Outbox::isBroken).count();
  }

  /** How many deliveries wait, those under way too. */
  public int waitingCount() {
    return outboxes.values().stream().mapToInt(Outbox::size).sum();
  }

  /** All that waits, in the order of each notifier: what a checkpoint keeps. */
  public List<Delivery> waiting() {
    List<Delivery> waiting = new ArrayList<>();
    outboxes.values().forEach(outbox -> waiting.addAll(outbox.waiting()));
    return waiting;
  }
}
