package io.plimsoll.jobs.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // closing may be interrupted
class EpisodeFunctionTest {

  private static final long DAY = 86_400_000;

  /** With state on disk or on the heap: removal while it is read is not the same there. */
  private static KeyedOneInputStreamOperatorTestHarness<String, Routed, Delivery> harness(
      boolean rocks) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, Routed, Delivery> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new EpisodeFunction()), Routed::name, Types.STRING);
    if (rocks) {
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    harness.setup(DeliverySerializer.INSTANCE);
    return harness;
  }

  private static void cross(
      KeyedOneInputStreamOperatorTestHarness<String, Routed, Delivery> harness,
      String account,
      long instant,
      Level level)
      throws Exception {
    Crossing crossing = new Crossing(account + instant, account, instant, level, 0.9, 1000, 100);
    harness.processElement(new StreamRecord<>(Routed.crossing(Samples.PLAIN, crossing)));
  }

  private static List<String> told(
      KeyedOneInputStreamOperatorTestHarness<String, Routed, Delivery> harness) {
    List<String> told = harness.extractOutputValues().stream().map(d -> words(d.notice())).toList();
    harness.getOutput().clear();
    return told;
  }

  /** The accounts of all episodes in state. */
  private static List<String> remembered(
      KeyedOneInputStreamOperatorTestHarness<String, Routed, Delivery> harness) throws Exception {
    List<String> accounts = new ArrayList<>();
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
    operator
        .<String>getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            EpisodeFunction.EPISODES,
            (key, state) -> state.keys().forEach(accounts::add));
    return accounts;
  }

  private static String words(Notice notice) {
    if (notice instanceof Alert alert) {
      return (alert.repeated() ? "again " : "")
          + alert.member().change()
          + " "
          + alert.member().crossing().account();
    }
    return notice instanceof DigestPart part
        ? "list of " + part.members().size()
        : "digest of " + ((Digest) notice).accounts();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsRepeatsAndForgetsByTheClockOnTheWall(boolean rocks) throws Exception {
    try (var harness = harness(rocks)) {
      harness.open();
      harness.setProcessingTime(1_000);
      cross(harness, "alice", 1, Level.LIQUIDATABLE);
      assertThat(told(harness)).containsExactly("FIRING alice");
      harness.setProcessingTime(31_000);
      assertThat(told(harness)).containsExactly("again FIRING alice");
      harness.setProcessingTime(40_000);
      cross(harness, "alice", 2, Level.SAFE);
      assertThat(told(harness)).containsExactly("RESOLVED alice");
      assertThat(remembered(harness)).containsExactly("alice");
      harness.setProcessingTime(2 * DAY + 40_001);
      harness.getOutput().clear();
      assertThat(remembered(harness)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDigestIsReadOutOfStateAfterARestart(boolean rocks) throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(rocks)) {
      harness.open();
      harness.setProcessingTime(1_000);
      for (int i = 0; i < 1_205; i++) {
        cross(harness, "account-" + i, 1, Level.LIQUIDATABLE);
      }
      assertThat(told(harness)).hasSize(5);
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(rocks)) {
      harness.initializeState(state);
      harness.open();
      harness.setProcessingTime(30_999);
      assertThat(told(harness)).isEmpty();
      harness.setProcessingTime(61_000);
      assertThat(told(harness))
          .contains("list of 500", "list of 200", "digest of 1200")
          .filteredOn(words -> words.startsWith("again"))
          .hasSize(5);
      assertThat(harness.getSideOutput(EpisodeFunction.LISTS))
          .as("the list, for who is not told it")
          .extracting(record -> words(record.getValue().notice()))
          .containsExactly("list of 500", "list of 500", "list of 200");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofARouteThatIsGoneNothingStays(boolean rocks) throws Exception {
    try (var harness = harness(rocks)) {
      harness.open();
      harness.setProcessingTime(1_000);
      cross(harness, "alice", 1, Level.LIQUIDATABLE);
      harness.processElement(new StreamRecord<>(Routed.gone(Samples.PLAIN.name())));
      harness.getOutput().clear();
      harness.setProcessingTime(DAY);

      assertThat(told(harness)).isEmpty();
      assertThat(remembered(harness)).isEmpty();
    }
  }
}
