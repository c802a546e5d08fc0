package io.plimsoll.benchmarks.sql;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Asset;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

/** The two tables that the query reads, both upserted. */
final class SqlTables {

  static final Schema HOLDINGS =
      Schema.newBuilder()
          .column("account", DataTypes.STRING().notNull())
          .column("asset", DataTypes.STRING().notNull())
          .column("owned", DataTypes.DOUBLE().notNull())
          .column("owed", DataTypes.DOUBLE().notNull())
          .columnByMetadata("at", DataTypes.TIMESTAMP_LTZ(3), "rowtime")
          .watermark("at", "SOURCE_WATERMARK()")
          .primaryKey("account", "asset")
          .build();

  static final Schema PRICES =
      Schema.newBuilder()
          .column("asset", DataTypes.STRING().notNull())
          .column("mid", DataTypes.DOUBLE().notNull())
          .column("low", DataTypes.DOUBLE().notNull())
          .column("high", DataTypes.DOUBLE().notNull())
          .column("threshold", DataTypes.DOUBLE().notNull())
          .columnByMetadata("at", DataTypes.TIMESTAMP_LTZ(3), "rowtime")
          .watermark("at", "SOURCE_WATERMARK()")
          .primaryKey("asset")
          .build();

  private static final TypeInformation<Row> HOLDING_ROW =
      Types.ROW_NAMED(
          new String[] {"account", "asset", "owned", "owed"},
          Types.STRING,
          Types.STRING,
          Types.DOUBLE,
          Types.DOUBLE);

  private static final TypeInformation<Row> PRICE_ROW =
      Types.ROW_NAMED(
          new String[] {"asset", "mid", "low", "high", "threshold"},
          Types.STRING,
          Types.DOUBLE,
          Types.DOUBLE,
          Types.DOUBLE,
          Types.DOUBLE);

  private SqlTables() {}

  static DataStream<Row> holdings(DataStream<Account> accounts) {
    return accounts
        .<Row>flatMap(
            (account, out) ->
                account.holdings().forEach(holding -> out.collect(row(account.id(), holding))))
        .returns(HOLDING_ROW)
        .name("holdings");
  }

  static DataStream<Row> prices(DataStream<MarketInstant> prices, Market market) {
    Map<String, Double> thresholds =
        market.assets().stream()
            .collect(Collectors.toMap(Asset::name, a -> a.threshold().doubleValue()));
    return prices
        .<Row>flatMap(
            (instant, out) ->
                instant
                    .states()
                    .forEach(state -> out.collect(row(state, thresholds.get(state.asset())))))
        .returns(PRICE_ROW)
        .name("prices");
  }

  private static Row row(String account, Holding holding) {
    double amount = holding.amount().doubleValue();
    boolean debt = holding.kind() == Kind.DEBT;
    return Row.ofKind(
        RowKind.UPDATE_AFTER, account, holding.asset(), debt ? 0.0 : amount, debt ? amount : 0.0);
  }

  private static Row row(AssetState state, double threshold) {
    return Row.ofKind(
        RowKind.UPDATE_AFTER, state.asset(), state.mid(), state.low(), state.high(), threshold);
  }
}
