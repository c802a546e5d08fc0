package io.plimsoll.benchmarks.sql;

import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.flink.FlinkEngine;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;

/** The query between the sources and the probe. */
public final class FlinkSqlEngine implements Engine {

  /** Risk model §5 for spot loans at rest: exchange rates, borrow and load factors are 1. */
  private static final String SUMS =
      """
      SELECT account,
        SUM(owned * threshold * low) AS prudent_assets,
        SUM(owed * high) AS prudent_liabilities,
        SUM(owned * threshold * mid) AS assets,
        SUM(owed * mid) AS liabilities,
        SUM((owned - owed) * mid) AS equity
      FROM (SELECT account, asset, owned, owed FROM holdings) AS h
      JOIN (SELECT asset AS priced, mid, low, high, threshold FROM prices) AS p
        ON h.asset = p.priced
      GROUP BY account
      """;

  private static final Schema SUMS_SCHEMA =
      Schema.newBuilder()
          .column("account", DataTypes.STRING().notNull())
          .column("prudent_assets", DataTypes.DOUBLE())
          .column("prudent_liabilities", DataTypes.DOUBLE())
          .column("assets", DataTypes.DOUBLE())
          .column("liabilities", DataTypes.DOUBLE())
          .column("equity", DataTypes.DOUBLE())
          .primaryKey("account")
          .build();

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    return new FlinkEngine(FlinkSqlEngine::attach, FlinkEngine.ROCKSDB)
        .run(spec, triggers, scratch);
  }

  private static DataStream<Long> attach(
      DataStream<Account> accounts, DataStream<MarketInstant> prices, Market market) {
    StreamTableEnvironment tables =
        StreamTableEnvironment.create(accounts.getExecutionEnvironment());
    tables.createTemporaryView(
        "holdings",
        tables.fromChangelogStream(
            SqlTables.holdings(accounts), SqlTables.HOLDINGS, ChangelogMode.upsert()));
    tables.createTemporaryView(
        "prices",
        tables.fromChangelogStream(
            SqlTables.prices(prices, market), SqlTables.PRICES, ChangelogMode.upsert()));
    Table sums = tables.sqlQuery(SUMS);
    return tables
        .toChangelogStream(sums, SUMS_SCHEMA, ChangelogMode.upsert())
        .keyBy(FlinkSqlEngine::account, Types.STRING)
        .transform("levels", Types.LONG, new LevelsOperator(market.parameters().levels()))
        .uid("bench-levels");
  }

  private static String account(Row row) {
    return row.getFieldAs(0);
  }
}
