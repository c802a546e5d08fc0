package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Wires stage 4: accounts to their key, asset states and venues to every subtask. */
public final class WatchStage {

  /** Accumulators: events issued, judgements made. */
  public static final String EVENTS = "events";

  public static final String JUDGEMENTS = "judgements";

  private static final TypeInformation<Surrounding> SURROUNDING =
      new CodecTypeInfo<>(Surrounding.class, SurroundingSerializer.INSTANCE);

  private WatchStage() {}

  /** Margin events of all accounts; refusals under {@link Refusals#TAG}. */
  public static SingleOutputStreamOperator<MarginEvent> attach(
      DataStream<AccountUpdate> updates,
      DataStream<VenueReading> statuses,
      DataStream<AssetState> assets,
      RiskParameters parameters,
      WatchOptions options) {
    DataStream<Surrounding> venues =
        statuses
            .map(reading -> (Surrounding) new Surrounding.Venue(reading))
            .returns(SURROUNDING)
            .name("venue status")
            .uid(Uids.VENUE_STATUS)
            .setParallelism(statuses.getParallelism());
    DataStream<Surrounding> moves =
        assets
            .map(state -> (Surrounding) new Surrounding.Asset(state))
            .returns(SURROUNDING)
            .name("asset states")
            .uid(Uids.ASSET_MOVES);
    return updates
        .keyBy(AccountUpdate::account, Types.STRING)
        .connect(moves.union(venues).broadcast())
        .transform(
            "4 margin watch",
            new CodecTypeInfo<>(MarginEvent.class, MarginEventSerializer.INSTANCE),
            new MarginWatchOperator(parameters, options, Refusals.TAG))
        .uid(Uids.MARGIN_WATCH);
  }
}
