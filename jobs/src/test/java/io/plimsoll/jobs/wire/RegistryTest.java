package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Quote;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegistryTest {

  private static final Schema QUOTE = Quote.getClassSchema();
  private static final int ABSENT = 4711;
  private static final Patience LITTLE =
      new Patience(Duration.ofMillis(300), 3, Duration.ofMillis(1));

  private final AtomicLong nanos = new AtomicLong(-5);
  private LocalRegistry server;
  private Registry registry;

  @BeforeEach
  void start() throws IOException {
    server = new LocalRegistry();
    registry = new Registry(RegistryAddress.open(server.url()), LITTLE, nanos::get);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class AnIdThatItDoesNotHave {

    @Test
    void isAskedForOnceASecond() {
      for (int i = 0; i < 1000; i++) {
        assertThat(registry.schema(ABSENT)).isEmpty();
      }
      assertThat(server.asked()).isEqualTo(1);

      nanos.addAndGet(UnknownIds.HOLDS.toNanos() - 1);
      assertThat(registry.schema(ABSENT)).isEmpty();
      assertThat(server.asked()).isEqualTo(1);

      nanos.incrementAndGet();
      assertThat(registry.schema(ABSENT)).isEmpty();
      assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void isFoundWhenItIsRegisteredAMomentLater() {
      int next = server.add(QUOTE.toString(), "AVRO") + 1;
      assertThat(registry.schema(next)).isEmpty();
      assertThat(server.add(QUOTE.toString(), "AVRO")).isEqualTo(next);

      nanos.addAndGet(UnknownIds.HOLDS.toNanos());

      assertThat(registry.schema(next)).contains(QUOTE);
    }

    @Test
    void isForgottenWhenThereAreTooManyOfThem() {
      UnknownIds unknown = new UnknownIds(nanos::get);
      for (int id = 0; id < UnknownIds.MOST; id++) {
        unknown.add(id);
      }
      unknown.add(0); // asked for again: the oldest is 1
      unknown.add(-1);

      assertThat(unknown.size()).isEqualTo(UnknownIds.MOST);
      assertThat(unknown.contains(1)).isFalse();
      assertThat(unknown.contains(0)).isTrue();
      assertThat(unknown.contains(2)).isTrue();
      assertThat(unknown.contains(-1)).isTrue();
    }
  }

  @Test
  void aSchemaOfAnotherTypeIsNoneEvenIfAvroCouldReadIt() {
    int json = server.add("{\"type\": \"string\"}", "JSON");

    assertThat(registry.schema(json)).isEmpty();
  }

  @Test
  void whatFailsForAMomentIsAskedAgain() {
    server.answerNext(2, 503, "starting");

    int id = registry.register("quotes", QUOTE);

    server.answerNext(1, 429, "slowly");
    assertThat(registry.schema(id)).contains(QUOTE);
    assertThat(server.asked()).isEqualTo(3 + 2);
  }

  @Test
  void whatGoesOnFailingIsToldInOneLine() {
    server.answerNext(3, 500, "no\ndatabase");

    assertThatThrownBy(() -> registry.schema(ABSENT))
        .isInstanceOf(RegistryException.class)
        .hasMessage(
            "schema registry %s: answers 500: no database, asked 3 times".formatted(server.url()));
    assertThat(registry.schema(ABSENT)).as("when it is there again").isEmpty();
  }

  @Test
  void whatNeverEndsItsAnswerIsNotWaitedFor() {
    server.stallNext(3);

    assertThatThrownBy(() -> registry.schema(ABSENT))
        .isInstanceOf(RegistryException.class)
        .hasMessage(
            "schema registry %s: does not answer within 300 ms, asked 3 times"
                .formatted(server.url()));
  }

  @Test
  void aRefusalOfItsRuleNamesSubjectAndSchema() {
    server.answerNext(1, 409, "Incompatible:\nfield price");

    assertThatThrownBy(() -> registry.register("quotes-value", QUOTE))
        .isInstanceOf(RegistryException.class)
        .hasMessage(
            "schema registry %s: subject quotes-value does not take io.plimsoll.contract.Quote, which its compatibility rule forbids (409: Incompatible: field price)"
                .formatted(server.url()));
    assertThat(server.asked()).isEqualTo(1);
  }
}
