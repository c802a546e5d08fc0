package io.plimsoll.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class AccountStateSerializerTest implements SerializerContract<AccountState> {

  private static final long T = 1_583_020_800_000L;

  @Override
  public VersionedSerializer<AccountState> serializer() {
    return AccountStateSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "account-state";
  }

  @Override
  public List<AccountState> samples() {
    List<AccountState> all = new ArrayList<>();
    all.add(AccountState.NEW);
    for (Mode mode : Mode.values()) {
      all.add(
          AccountState.NEW.withSettings(new Settings(mode, "stable", new BigDecimal("1.250")), T));
    }
    all.add(
        AccountState.NEW
            .withPositions(positions())
            .withFirstHeld(new TreeMap<>(Map.of("ETH", T, "\uD83D\uDEA2", -1L))));
    all.add(standings());
    return all;
  }

  /** No sample: such state is made by a backfill, and read by the same. */
  @Test
  void whatPaperHasTakenIsReadBack() throws IOException {
    AccountState taken =
        AccountState.NEW.withPositions(
            List.of(
                new Position("l2", "ETH", Kind.LONG, BigDecimal.TEN, BigDecimal.ONE, 7, T)
                    .less(new BigDecimal("1E-18"), new BigDecimal("1.5")),
                new Position("l2", "DAI", Kind.DEBT, BigDecimal.TEN, BigDecimal.ZERO, 7, T)
                    .less(BigDecimal.TEN, BigDecimal.ZERO),
                new Position("l2", "SOL", Kind.DEBT, BigDecimal.TEN, BigDecimal.ZERO, 7, T)));
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer().serialize(taken, out);
    assertThat(read(out.getCopyOfBuffer())).isEqualTo(taken);
  }

  private static List<Position> positions() {
    List<Position> positions = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      BigDecimal largest = new BigDecimal("99999999999999999999.999999999999999999");
      BigDecimal entry = kind.isPerpetual() ? new BigDecimal("1E-18") : BigDecimal.ZERO;
      positions.add(new Position("main", "ETH", kind, largest, entry, Long.MAX_VALUE, T));
    }
    positions.add(
        new Position(
            "l2",
            "\uD83D\uDEA2",
            Kind.DEBT,
            new BigDecimal("0.00"),
            BigDecimal.ZERO,
            Origin.NO_SEQUENCE,
            T));
    return positions;
  }

  /** Each level, and each of the three flags alone. */
  private static AccountState standings() {
    AccountState state = AccountState.NEW;
    for (Level level : Level.values()) {
      state = state.withStanding("venue-" + level, new Standing(level, true, true, true));
    }
    return state
        .withStanding("", new Standing(Level.LIQUIDATABLE, true, false, false))
        .withStanding("a", new Standing(Level.LIQUIDATABLE, false, true, false))
        .withStanding("b", new Standing(Level.LIQUIDATABLE, false, false, true));
  }
}
