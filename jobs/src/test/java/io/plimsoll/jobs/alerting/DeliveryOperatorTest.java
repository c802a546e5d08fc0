package io.plimsoll.jobs.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import io.plimsoll.jobs.alert.notify.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // closing may be interrupted
class DeliveryOperatorTest {

  private static final int ANY_PRIORITY = -1;
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private Receiver receiver;
  private AlertFiles files;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    files = new AlertFiles(directory);
    files.write(receiver.url(), "desk");
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private OneInputStreamOperatorTestHarness<Delivery, Receipt> harness() throws Exception {
    OneInputStreamOperatorTestHarness<Delivery, Receipt> harness =
        new OneInputStreamOperatorTestHarness<>(
            new DeliveryFactory(directory.resolve("alerts.yaml").toString(), 10_000),
            DeliverySerializer.INSTANCE);
    harness.setup(ReceiptSerializer.INSTANCE);
    return harness;
  }

  private static void add(
      OneInputStreamOperatorTestHarness<Delivery, Receipt> harness, String notifier, String... ids)
      throws Exception {
    for (String id : ids) {
      harness.processElement(
          new StreamRecord<>(
              new Delivery(notifier, Notices.some(id), harness.getProcessingTime())));
    }
  }

  /** Runs outcomes as they come in until there are so many receipts. */
  private static List<String> ends(
      OneInputStreamOperatorTestHarness<Delivery, Receipt> harness, int count) {
    await()
        .atMost(AT_MOST)
        .pollInSameThread()
        .until(
            () -> {
              Optional<Mail> mail = harness.getTaskMailbox().tryTake(ANY_PRIORITY);
              if (mail.isPresent()) {
                mail.orElseThrow().run();
              }
              return harness.extractOutputValues().size() >= count;
            });
    return harness.extractOutputValues().stream()
        .map(receipt -> receipt.delivery().notice().id() + " " + receipt.end())
        .toList();
  }

  private List<String> arrived() {
    return receiver.requests().stream().map(request -> request.header("Webhook-id")).toList();
  }

  @Test
  void whatArrivesHasAReceiptEachInOrder() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(1_000);
      add(harness, "hook-desk", "a", "b", "c");
      assertThat(ends(harness, 3)).containsExactly("a DELIVERED", "b DELIVERED", "c DELIVERED");
      assertThat(arrived()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whatWaitsAndWhatIsUnderWayIsToldAfterARestart() throws Exception {
    receiver.answer(503, Map.of());
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(1_000);
      add(harness, "hook-desk", "a", "b");
      await().atMost(AT_MOST).until(() -> !receiver.requests().isEmpty());
      state = harness.snapshot(1, 1);
    }
    receiver.answer(200, Map.of());
    try (var harness = harness()) {
      harness.initializeState(state);
      harness.open();
      assertThat(ends(harness, 2)).containsExactly("a DELIVERED", "b DELIVERED");
      assertThat(arrived()).containsExactly("a", "a", "b");
    }
  }

  @Test
  void whatFailsIsTriedAgainWhenItsTimeHasCome() throws Exception {
    receiver.answer(429, Map.of("Retry-After", "7"));
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(1_000);
      add(harness, "hook-desk", "a");
      await()
          .atMost(AT_MOST)
          .pollInSameThread()
          .until(() -> harness.getTaskMailbox().tryTake(ANY_PRIORITY).map(this::ran).isPresent());
      receiver.answer(200, Map.of());
      harness.setProcessingTime(7_999);
      assertThat(receiver.requests()).hasSize(1);
      harness.setProcessingTime(8_000);
      assertThat(ends(harness, 1)).containsExactly("a DELIVERED");
    }
  }

  private boolean ran(Mail mail) {
    try {
      mail.run();
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNotifierThatTheFileHasNoMoreIsRefusedAndOneThatIsNewIsTold() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(1_000);
      files.write(receiver.url(), "night");
      harness.setProcessingTime(11_000);
      add(harness, "hook-desk", "a");
      add(harness, "hook-night", "b");
      assertThat(ends(harness, 2)).containsExactlyInAnyOrder("a REFUSED", "b DELIVERED");
    }
  }

  @Test
  void whatIsOfNoUseToAKindIsNotDelivered() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(
          new StreamRecord<>(new Delivery("hook-desk", Notices.repeated(Notices.some("r")), 0)));
      add(harness, "hook-desk", "a");
      assertThat(ends(harness, 1)).containsExactly("a " + End.DELIVERED);
    }
  }
}
