package io.plimsoll.jobs.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final long MINUTE = 60_000;
  private static final DeliveryRules RULES = new DeliveryRules(1_000, 15 * MINUTE, 600);

  private final Outbox outbox = new Outbox(RULES, () -> 0, 0);
  private long now;

  private static Delivery delivery(String id, long since) {
    return new Delivery("hook", Notices.some(id), since);
  }

  private void add(String... ids) {
    for (String id : ids) {
      assertThat(outbox.add(delivery(id, now), now)).isEmpty();
    }
  }

  private String sendNext(Outcome outcome) {
    now = Math.max(now, outbox.due(now));
    String id = outbox.next(now).orElseThrow().notice().id();
    outbox.settle(outcome, now);
    return id;
  }

  @Test
  void tellsInOrderOneAtATime() {
    add("a", "b");
    assertThat(outbox.next(now)).map(d -> d.notice().id()).contains("a");
    assertThat(outbox.next(now)).isEmpty();
    assertThat(outbox.due(now)).isEqualTo(Outbox.NEVER);
    assertThat(outbox.settle(Outcome.delivered("HTTP 200"), now))
        .containsExactly(new Receipt(delivery("a", 0), End.DELIVERED, 1, "HTTP 200", now));
    assertThat(sendNext(Outcome.delivered(""))).isEqualTo("b");
    assertThat(outbox.waiting()).isEmpty();
    assertThatThrownBy(() -> outbox.settle(Outcome.delivered(""), now))
        .isInstanceOf(IllegalStateException.class);
  }

  @Nested
  class WhatFails {

    @Test
    void isTriedAgainFirstAndLaterEachTime() {
      add("a", "b");
      List<Long> at = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        assertThat(sendNext(Outcome.failed("HTTP 503"))).isEqualTo("a");
        at.add(now);
      }
      assertThat(at).containsExactly(0L, 500L, 1_500L, 3_500L);
      assertThat(sendNext(Outcome.delivered(""))).isEqualTo("a");
      assertThat(sendNext(Outcome.failed(""))).isEqualTo("b");
      assertThat(outbox.due(now)).as("from the beginning again").isEqualTo(now + 500);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
      add("a");
      sendNext(new Outcome(Outcome.Kind.FAILED, "HTTP 429", 7_000));
      assertThat(outbox.due(now)).isEqualTo(7_000);
      assertThat(outbox.next(6_999)).isEmpty();
      assertThat(outbox.next(7_000)).isPresent();
    }

    @Test
    void isAskedSeldomOnceItHasFailedFiveTimesInARow() {
      add("a");
      for (int i = 0; i < 5; i++) {
        assertThat(outbox.isBroken()).isFalse();
        sendNext(Outcome.failed(""));
      }
      assertThat(outbox.isBroken()).isTrue();
      assertThat(outbox.due(now)).isEqualTo(now + Breaker.PAUSE_MS);
      sendNext(Outcome.delivered(""));
      assertThat(outbox.isBroken()).isFalse();
    }

    @Test
    void isGivenUpWithAllThatIsAsOldAndNothingThatIsNot() {
      add("a", "b");
      now = 10 * MINUTE;
      add("c");
      List<Receipt> ends = new ArrayList<>();
      while (ends.isEmpty()) {
        now = Math.max(now, outbox.due(now));
        outbox.next(now);
        ends.addAll(outbox.settle(Outcome.failed("HTTP 500"), now));
      }
      assertThat(now).isBetween(15 * MINUTE, 15 * MINUTE + Backoff.LONGEST_MS);
      assertThat(ends).extracting(end -> end.delivery().notice().id()).containsExactly("a", "b");
      assertThat(ends).extracting(Receipt::end).containsOnly(End.EXPIRED);
      assertThat(ends.get(0).attempts()).isGreaterThanOrEqualTo(5);
      assertThat(ends.get(1).attempts()).isZero();
      assertThat(outbox.waiting()).hasSize(1);
    }

    @Test
    void isNotGivenUpAfterOneFailureHoweverOldItIs() {
      assertThat(outbox.add(delivery("restored", -60 * MINUTE), 0)).isEmpty();
      outbox.next(0);
      assertThat(outbox.settle(Outcome.failed(""), 0)).isEmpty();
    }
  }

  @Test
  void whatIsRefusedIsGivenUpAndTheNextIsTold() {
    add("a", "b");
    outbox.next(now);
    assertThat(outbox.settle(Outcome.refused("HTTP 400"), now))
        .extracting(Receipt::end)
        .containsExactly(End.REFUSED);
    assertThat(sendNext(Outcome.delivered(""))).isEqualTo("b");
  }

  @Test
  void aRepetitionDoesNotWaitBehindNews() {
    add("a");
    Delivery again = new Delivery("hook", Notices.repeated(Notices.some("b")), 0);
    assertThat(outbox.add(again, 0)).isEmpty();
    assertThat(outbox.waiting()).hasSize(1);
    sendNext(Outcome.delivered(""));
    outbox.add(again, 0);
    assertThat(outbox.waiting()).containsExactly(again);
  }

  @Test
  void whatThereIsNoRoomForIsToldAtOnce() {
    for (int i = 0; i < Outbox.MOST; i++) {
      add("n" + i);
    }
    assertThat(outbox.add(delivery("more", 0), 0))
        .map(Receipt::end)
        .isEqualTo(Optional.of(End.OVERFLOWED));
    assertThat(outbox.waiting()).hasSize(Outbox.MOST);
  }

  @Test
  void noMoreIsAskedInAMinuteThanTheRulesAllow() {
    for (int i = 0; i < 2_000; i++) {
      add("n" + i);
    }
    int sent = 0;
    while (true) {
      long due = outbox.due(now);
      if (due > MINUTE) {
        break;
      }
      sendNext(Outcome.delivered(""));
      sent++;
    }
    // A tenth a second, and a bucket of ten seconds' worth at the start.
    assertThat(sent).isBetween(690, 701);
  }
}
