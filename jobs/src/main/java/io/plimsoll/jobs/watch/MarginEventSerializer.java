package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.NoTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes margin events between tasks. */
public final class MarginEventSerializer extends VersionedSerializer<MarginEvent> {

  private static final long serialVersionUID = 1L;

  public static final MarginEventSerializer INSTANCE = new MarginEventSerializer();

  private static final int NO_TERMS = 0;
  private static final int SPOT = 1;
  private static final int PERPETUAL = 2;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(MarginEvent event, DataOutputView out) throws IOException {
    Fields.writeText(event.id(), out);
    Fields.writeText(event.account(), out);
    out.writeLong(event.instant());
    RiskConstants.LEVELS.write(event.from(), out);
    RiskConstants.LEVELS.write(event.to(), out);
    Fields.writeCount(event.doubts().size(), out);
    for (String doubt : event.doubts()) {
      Fields.writeText(doubt, out);
    }
    writeFigures(event.figures(), out);
    writeTerms(event.terms(), out);
  }

  @Override
  public MarginEvent read(int version, DataInputView in) throws IOException {
    return new MarginEvent(
        Fields.readText(in),
        Fields.readText(in),
        in.readLong(),
        RiskConstants.LEVELS.read(in),
        RiskConstants.LEVELS.read(in),
        readDoubts(in),
        readFigures(in),
        readTerms(in));
  }

  private static List<String> readDoubts(DataInputView in) throws IOException {
    List<String> doubts = new ArrayList<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      doubts.add(Fields.readText(in));
    }
    return doubts;
  }

  private static void writeFigures(Figures figures, DataOutputView out) throws IOException {
    out.writeDouble(figures.healthFactor());
    out.writeDouble(figures.assetsUsd());
    out.writeDouble(figures.liabilitiesUsd());
    out.writeDouble(figures.collateralValueUsd());
    out.writeDouble(figures.debtValueUsd());
    out.writeDouble(figures.equityUsd());
    out.writeDouble(figures.loanToValue());
    writePrices(figures.liquidationPricesUsd(), out);
    writePrices(figures.marksUsd(), out);
  }

  private static Figures readFigures(DataInputView in) throws IOException {
    return new Figures(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        readPrices(in),
        readPrices(in));
  }

  private static void writePrices(Map<String, Double> prices, DataOutputView out)
      throws IOException {
    Fields.writeCount(prices.size(), out);
    for (Map.Entry<String, Double> entry : prices.entrySet()) {
      Fields.writeText(entry.getKey(), out);
      out.writeDouble(entry.getValue());
    }
  }

  private static Map<String, Double> readPrices(DataInputView in) throws IOException {
    Map<String, Double> prices = new LinkedHashMap<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      String asset = Fields.readText(in);
      prices.put(asset, in.readDouble());
    }
    return prices;
  }

  private static void writeTerms(LiquidationTerms terms, DataOutputView out) throws IOException {
    if (terms instanceof SpotTerms spot) {
      out.writeByte(SPOT);
      Fields.writeText(spot.repayVenue(), out);
      Fields.writeText(spot.repayAsset(), out);
      Fields.writeDecimal(spot.repayAmount(), out);
      out.writeDouble(spot.repayValueUsd());
      Fields.writeText(spot.seizeVenue(), out);
      Fields.writeText(spot.seizeAsset(), out);
      Fields.writeDecimal(spot.seizeAmount(), out);
      out.writeDouble(spot.bonusUsd());
      out.writeDouble(spot.protocolFeeUsd());
      out.writeDouble(spot.healthFactorAfter());
    } else if (terms instanceof PerpetualTerms perpetual) {
      out.writeByte(PERPETUAL);
      Fields.writeText(perpetual.closeVenue(), out);
      Fields.writeText(perpetual.closeAsset(), out);
      RiskConstants.KINDS.write(perpetual.closeKind(), out);
      Fields.writeDecimal(perpetual.closeAmount(), out);
      out.writeDouble(perpetual.bankruptcyPriceUsd());
      out.writeDouble(perpetual.healthFactorAfter());
    } else {
      out.writeByte(NO_TERMS);
    }
  }

  private static LiquidationTerms readTerms(DataInputView in) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case NO_TERMS -> NoTerms.NONE;
      case SPOT ->
          new SpotTerms(
              Fields.readText(in),
              Fields.readText(in),
              Fields.readDecimal(in),
              in.readDouble(),
              Fields.readText(in),
              Fields.readText(in),
              Fields.readDecimal(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble());
      case PERPETUAL ->
          new PerpetualTerms(
              Fields.readText(in),
              Fields.readText(in),
              RiskConstants.KINDS.read(in),
              Fields.readDecimal(in),
              in.readDouble(),
              in.readDouble());
      default -> throw new IOException("no terms have the tag " + tag);
    };
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarginEvent> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
