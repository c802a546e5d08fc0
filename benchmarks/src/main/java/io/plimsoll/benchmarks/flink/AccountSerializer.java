package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.account.Holding;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes accounts: spot holdings only. */
public final class AccountSerializer extends VersionedSerializer<Account> {

  private static final long serialVersionUID = 1L;

  public static final AccountSerializer INSTANCE = new AccountSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Account account, DataOutputView out) throws IOException {
    out.writeInt(account.index());
    Fields.writeCount(account.holdings().size(), out);
    for (Holding holding : account.holdings()) {
      Fields.writeText(holding.venue(), out);
      Fields.writeText(holding.asset(), out);
      RiskConstants.KINDS.write(holding.kind(), out);
      Fields.writeDecimal(holding.amount(), out);
    }
  }

  @Override
  public Account read(int version, DataInputView in) throws IOException {
    int index = in.readInt();
    int count = Fields.readCount(in);
    List<Holding> holdings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      holdings.add(
          new Holding(
              Fields.readText(in),
              Fields.readText(in),
              RiskConstants.KINDS.read(in),
              Fields.readDecimal(in),
              BigDecimal.ZERO));
    }
    return new Account(index, holdings);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Account> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
