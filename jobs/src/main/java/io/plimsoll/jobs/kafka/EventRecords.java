package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.AssetPrice;
import io.plimsoll.contract.Kind;
import io.plimsoll.contract.Level;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Margin events as the contract has them; what is infinite or not there is absent. */
final class EventRecords {

  /** Digits after the point of every amount of the contract. */
  static final int AMOUNT_SCALE = 18;

  private EventRecords() {}

  static SpecificRecord of(MarginEvent event, boolean backfill) {
    Figures figures = event.figures();
    io.plimsoll.contract.MarginEvent.Builder record =
        io.plimsoll.contract.MarginEvent.newBuilder()
            .setId(event.id())
            .setAccount(event.account())
            .setInstant(Instant.ofEpochMilli(event.instant()))
            .setBackfill(backfill)
            .setFrom(Level.valueOf(event.from().name()))
            .setTo(Level.valueOf(event.to().name()))
            .setDoubts(event.doubts())
            .setHealthFactor(finiteOrNull(figures.healthFactor()))
            .setAssets(figures.assetsUsd())
            .setLiabilities(figures.liabilitiesUsd())
            .setCollateralValue(figures.collateralValueUsd())
            .setDebtValue(figures.debtValueUsd())
            .setEquity(figures.equityUsd())
            .setLtv(finiteOrNull(figures.loanToValue()))
            .setLiquidationPrices(prices(figures.liquidationPricesUsd()))
            .setMarks(prices(figures.marksUsd()));
    if (event.terms().exist()) {
      record.setTerms(terms(event.terms()));
    }
    return record.build();
  }

  private static List<AssetPrice> prices(Map<String, Double> prices) {
    return prices.entrySet().stream()
        .sorted((a, b) -> CodePoints.compare(a.getKey(), b.getKey()))
        .map(entry -> new AssetPrice(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static SpecificRecord terms(LiquidationTerms terms) {
    if (terms instanceof SpotTerms spot) {
      return io.plimsoll.contract.SpotTerms.newBuilder()
          .setRepayVenue(nameOrNull(spot.repayVenue()))
          .setRepayAsset(spot.repayAsset())
          .setRepayAmount(amount(spot.repayAmount()))
          .setRepayValue(spot.repayValueUsd())
          .setSeizeVenue(nameOrNull(spot.seizeVenue()))
          .setSeizeAsset(spot.seizeAsset())
          .setSeizeAmount(amount(spot.seizeAmount()))
          .setBonus(spot.bonusUsd())
          .setProtocolFee(spot.protocolFeeUsd())
          .setHealthFactorAfter(finiteOrNull(spot.healthFactorAfter()))
          .build();
    }
    if (terms instanceof PerpetualTerms perpetual) {
      return io.plimsoll.contract.PerpetualTerms.newBuilder()
          .setCloseVenue(nameOrNull(perpetual.closeVenue()))
          .setCloseAsset(perpetual.closeAsset())
          .setCloseKind(Kind.valueOf(perpetual.closeKind().name()))
          .setCloseAmount(amount(perpetual.closeAmount()))
          .setBankruptcyPrice(finiteOrNull(perpetual.bankruptcyPriceUsd()))
          .setHealthFactorAfter(finiteOrNull(perpetual.healthFactorAfter()))
          .build();
    }
    throw new IllegalArgumentException("no form for " + terms.getClass());
  }

  /** Amounts have at most as many digits: nothing is rounded. */
  private static BigDecimal amount(BigDecimal amount) {
    return amount.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
  }

  // Avro's name for what is absent is null; it goes no further than the record.
  private static Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String nameOrNull(String name) {
    return name.isEmpty() ? null : name;
  }
}
