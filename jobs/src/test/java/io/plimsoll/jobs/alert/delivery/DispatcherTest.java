package io.plimsoll.jobs.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {

  private static final DeliveryRules RULES = new DeliveryRules(1_000, 3_600_000, 60_000);

  private final Deque<Runnable> thread = new ArrayDeque<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<String> health = new ArrayList<>();
  private final Map<String, List<String>> arrived = new HashMap<>();
  private long now;

  private Dispatcher dispatcher(Dispatcher.Sender sender, SplittableRandom random) {
    return new Dispatcher(
        name -> RULES, sender, thread::add, new Heard(), () -> now, random::nextDouble);
  }

  private final class Heard implements Dispatcher.Listener {

    @Override
    public void ended(Receipt receipt) {
      receipts.add(receipt);
    }

    @Override
    public void broke(String notifier, String detail) {
      health.add(notifier + " broke: " + detail);
    }

    @Override
    public void mended(String notifier) {
      health.add(notifier + " mended");
    }
  }

  private void run(Dispatcher dispatcher, long until) {
    while (true) {
      while (!thread.isEmpty()) {
        thread.remove().run();
      }
      long due = dispatcher.due();
      if (due > until) {
        return;
      }
      now = Math.max(now, due);
      dispatcher.wake();
    }
  }

  private void arrive(Delivery delivery) {
    arrived
        .computeIfAbsent(delivery.notifier(), name -> new ArrayList<>())
        .add(delivery.notice().id());
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void throughFailuresAndRestartsEachIsToldInOrderAtLeastOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Dispatcher.Sender flaky =
        delivery -> {
          int dice = random.nextInt(10);
          if (dice < 7) {
            arrive(delivery); // of which some is told to have failed all the same
          }
          return CompletableFuture.completedFuture(
              dice < 5 ? Outcome.delivered("") : Outcome.failed(""));
        };
    Dispatcher dispatcher = dispatcher(flaky, random);
    for (String id : ids(300)) {
      dispatcher.add(new Delivery("hook", Notices.some(id), now));
      if (random.nextInt(10) == 0) {
        run(dispatcher, now + random.nextInt(5_000));
      }
      if (random.nextInt(100) == 0) {
        List<Delivery> kept = dispatcher.waiting();
        thread.clear(); // what is under way is never heard of again
        dispatcher = dispatcher(flaky, random);
        kept.forEach(dispatcher::add);
      }
    }
    run(dispatcher, now + 24 * 3_600_000L);

    Set<String> seen = new HashSet<>();
    List<String> first = arrived.get("hook").stream().filter(seen::add).toList();
    assertThat(first).as("seed %d", seed).isEqualTo(ids(300));
    assertThat(receipts).extracting(Receipt::end).containsOnly(End.DELIVERED);
    assertThat(dispatcher.waiting()).isEmpty();
  }

  @Test
  void aNotifierThatHangsHoldsUpNoOther() {
    Dispatcher.Sender sender =
        delivery -> {
          if (delivery.notifier().equals("hangs")) {
            return new CompletableFuture<>();
          }
          arrive(delivery);
          return CompletableFuture.completedFuture(Outcome.delivered(""));
        };
    Dispatcher dispatcher = dispatcher(sender, new SplittableRandom(1));
    for (String id : ids(1_000)) {
      dispatcher.add(new Delivery("hangs", Notices.some(id), now));
      dispatcher.add(new Delivery("hook", Notices.some(id), now));
    }
    run(dispatcher, 10_000);

    assertThat(arrived.get("hook")).isEqualTo(ids(1_000));
    assertThat(dispatcher.waiting()).hasSize(1_000);
  }

  @Test
  void aNotifierThatIsDeadIsCountedAndWhatWaitsForItEnds() {
    Dispatcher dispatcher =
        dispatcher(
            delivery -> CompletableFuture.completedFuture(Outcome.failed("HTTP 503")),
            new SplittableRandom(1));
    for (String id : ids(Outbox.MOST + 7)) {
      dispatcher.add(new Delivery("dead", Notices.some(id), now));
    }
    assertThat(receipts).extracting(Receipt::end).containsOnly(End.OVERFLOWED).hasSize(7);
    run(dispatcher, RULES.retryForMs() + 60_000);

    assertThat(dispatcher.broken()).isEqualTo(1);
    assertThat(dispatcher.waiting()).isEmpty();
    assertThat(receipts).hasSize(Outbox.MOST + 7);
    assertThat(health).containsExactly("dead broke: HTTP 503");
  }

  @Test
  void aNotifierThatAnswersAgainIsToldOnce() {
    int[] failures = {7};
    Dispatcher dispatcher =
        dispatcher(
            delivery ->
                CompletableFuture.completedFuture(
                    failures[0]-- > 0 ? Outcome.failed("HTTP 503") : Outcome.delivered("HTTP 200")),
            new SplittableRandom(1));
    for (String id : ids(3)) {
      dispatcher.add(new Delivery("hook", Notices.some(id), now));
    }
    run(dispatcher, 600_000);

    assertThat(health).containsExactly("hook broke: HTTP 503", "hook mended");
    assertThat(receipts).hasSize(3);
  }
}
