package io.plimsoll.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * The values behind the golden bytes of version 1: of each record one with every field filled with
 * something that is not its default, and one with nothing but what has no default.
 */
final class Samples {

  private static final Instant INSTANT = Instant.ofEpochMilli(1_583_971_200_123L);

  private Samples() {}

  /** By the name of the golden file, without its ending. */
  static Map<String, SpecificRecord> v1() {
    Contract.trust();
    Map<String, SpecificRecord> samples = new LinkedHashMap<>();
    quotes(samples);
    indices(samples);
    venues(samples);
    parameters(samples);
    accounts(samples);
    positions(samples);
    heartbeats(samples);
    states(samples);
    events(samples);
    refusals(samples);
    return samples;
  }

  private static void quotes(Map<String, SpecificRecord> samples) {
    samples.put(
        "Quote",
        Quote.newBuilder()
            .setTimestamp(INSTANT)
            .setAsset("ETH")
            .setPrice(1834.25)
            .setSource("pyth")
            .setConfidence(0.75)
            .setSequence(77L)
            .build());
    samples.put(
        "Quote.minimal",
        Quote.newBuilder().setTimestamp(INSTANT).setAsset("ETH").setPrice(1834.25).build());
  }

  private static void indices(Map<String, SpecificRecord> samples) {
    samples.put(
        "IndexReading",
        IndexReading.newBuilder()
            .setTimestamp(INSTANT)
            .setAsset("stETH")
            .setExchangeRate(1.1253)
            .setBorrowIndex(1.0625)
            .build());
    samples.put(
        "IndexReading.minimal",
        IndexReading.newBuilder().setTimestamp(INSTANT).setAsset("stETH").build());
  }

  private static void venues(Map<String, SpecificRecord> samples) {
    samples.put(
        "VenueReading",
        VenueReading.newBuilder()
            .setTimestamp(INSTANT)
            .setVenue("l2")
            .setStress(0.4)
            .setStatus(VenueStatus.DOWN)
            .build());
    samples.put(
        "VenueReading.minimal",
        VenueReading.newBuilder().setTimestamp(INSTANT).setVenue("l2").build());
  }

  private static void parameters(Map<String, SpecificRecord> samples) {
    samples.put(
        "AssetParameters",
        AssetParameters.newBuilder()
            .setTimestamp(INSTANT)
            .setAsset("stETH")
            .setVenue("l2")
            .setLiquidationThreshold(decimal("0.82"))
            .setLoanToValue(decimal("0.7"))
            .setBonus(decimal("0.06"))
            .setProtocolFee(decimal("0.2"))
            .setBorrowFactor(decimal("0.98"))
            .setMaintenanceMargin(decimal("0.04"))
            .setMaintenanceMax(decimal("0.4"))
            .setHedgeHaircut(decimal("0.03"))
            .setClosingFee(decimal("0.001"))
            .setMaxAgeMs(300_000L)
            .setMinSources(2)
            .setMaxDeviation(0.03)
            .setConfidenceMultiplier(2.0)
            .setMaxConfidence(0.01)
            .setMaxJump(0.04)
            .setJumpConfirmationMs(120_000L)
            .setMinPrice(0.5)
            .setMaxPrice(100_000.0)
            .setMaxFutureMs(5_000L)
            .setDoubt(decimal("0.3"))
            .setHalted(true)
            .setReferenceVolatility(0.9)
            .setSensitivity(0.2)
            .setStressSensitivity(0.1)
            .setMinLoadFactor(0.8)
            .setTightenPerHour(0.3)
            .setRelaxPerHour(0.1)
            .setMaxRateGrowth(0.1)
            .setAnchorRate(1.05)
            .setAnchorTime(INSTANT)
            .setMaxIndexStep(0.2)
            .setDepthPerWindow(1_000_000.0)
            .build());
    samples.put(
        "AssetParameters.minimal",
        AssetParameters.newBuilder().setTimestamp(INSTANT).setAsset("stETH").build());
  }

  private static void accounts(Map<String, SpecificRecord> samples) {
    samples.put(
        "AccountSettings",
        AccountSettings.newBuilder()
            .setTimestamp(INSTANT)
            .setAccount("alice")
            .setMode(Mode.NETTED)
            .setCategory("eth")
            .setMarginCall(decimal("1.25"))
            .build());
    samples.put(
        "AccountSettings.minimal",
        AccountSettings.newBuilder().setTimestamp(INSTANT).setAccount("alice").build());
  }

  private static void positions(Map<String, SpecificRecord> samples) {
    samples.put(
        "PositionUpdate",
        PositionUpdate.newBuilder()
            .setTimestamp(INSTANT)
            .setAccount("alice")
            .setAsset("ETH")
            .setKind(Kind.SHORT)
            .setAmount(decimal("12345678901234567890.123456789012345678"))
            .setEntryPrice(decimal("1799.5"))
            .setVenue("l2")
            .setSequence(9L)
            .build());
    samples.put(
        "PositionUpdate.minimal",
        PositionUpdate.newBuilder()
            .setTimestamp(INSTANT)
            .setAccount("alice")
            .setAsset("ETH")
            .setKind(Kind.COLLATERAL)
            .setAmount(decimal("0"))
            .build());
  }

  /** Without its only field it would say nothing: filled and minimal are one. */
  private static void heartbeats(Map<String, SpecificRecord> samples) {
    Heartbeat heartbeat = Heartbeat.newBuilder().setUpTo(INSTANT).build();
    samples.put("Heartbeat", heartbeat);
    samples.put("Heartbeat.minimal", heartbeat);
  }

  private static void states(Map<String, SpecificRecord> samples) {
    AssetState state =
        AssetState.newBuilder()
            .setInstant(INSTANT)
            .setAsset("ETH")
            .setMid(1834.25)
            .setLow(1833.5)
            .setHigh(1835.0)
            .setStatus(MarkStatus.STALE)
            .setVolatility(0.83)
            .setLoadFactor(0.97)
            .build();
    samples.put("AssetState", state);
    // Every field of a state must be told, so the least of one is the whole of it.
    samples.put("AssetState.minimal", state);
  }

  private static void events(Map<String, SpecificRecord> samples) {
    samples.put(
        "MarginEvent",
        event()
            .setBackfill(true)
            .setDoubts(List.of("BTC", "venue l2"))
            .setHealthFactor(0.98)
            .setLtv(0.8375)
            .setLiquidationPrices(List.of(price("ETH", 1870.5), price("USDC", 0.98)))
            .setMarks(List.of(price("ETH", 1834.25), price("USDC", 1.0)))
            .setTerms(
                SpotTerms.newBuilder()
                    .setRepayVenue("main")
                    .setRepayAsset("USDC")
                    .setRepayAmount(decimal("12000.5"))
                    .setRepayValue(12000.5)
                    .setSeizeVenue("l2")
                    .setSeizeAsset("ETH")
                    .setSeizeAmount(decimal("6.870000000000000001"))
                    .setBonus(600.025)
                    .setProtocolFee(60.0025)
                    .setHealthFactorAfter(1.05)
                    .build())
            .build());
    samples.put("MarginEvent.minimal", event().setBackfill(false).build());
    samples.put(
        "MarginEvent.perpetual",
        event()
            .setBackfill(false)
            .setTerms(
                PerpetualTerms.newBuilder()
                    .setCloseVenue("main")
                    .setCloseAsset("BTC")
                    .setCloseKind(Kind.LONG)
                    .setCloseAmount(decimal("0.5"))
                    .setBankruptcyPrice(4800.0)
                    .setHealthFactorAfter(1.06)
                    .build())
            .build());
  }

  private static MarginEvent.Builder event() {
    return MarginEvent.newBuilder()
        .setId("00112233445566778899aabbccddeeff")
        .setAccount("alice/l2")
        .setInstant(INSTANT)
        .setFrom(Level.MARGIN_CALL)
        .setTo(Level.LIQUIDATABLE)
        .setAssets(19_600.0)
        .setLiabilities(20_000.0)
        .setCollateralValue(23_880.0)
        .setDebtValue(20_000.0)
        .setEquity(3_880.0);
  }

  private static void refusals(Map<String, SpecificRecord> samples) {
    samples.put(
        "RefusedRecord",
        RefusedRecord.newBuilder()
            .setPlace("positions-3")
            .setLine(4711L)
            .setInstant(INSTANT)
            .setReason(RefusalReason.SUPERSEDED)
            .setDetail("sequence: 8 is not allowed; allowed is one above 9")
            .setRecord("1583971200123,alice,ETH,SHORT,1")
            .setKey(bytes("alice"))
            .setValue(bytes("Ã\u0001…"))
            .build());
    samples.put(
        "RefusedRecord.minimal",
        RefusedRecord.newBuilder()
            .setPlace("quotes.csv")
            .setLine(2L)
            .setReason(RefusalReason.MALFORMED)
            .build());
  }

  private static AssetPrice price(String asset, double usd) {
    return AssetPrice.newBuilder().setAsset(asset).setPrice(usd).build();
  }

  /** With the scale of the schema, because that is the scale in which it comes back. */
  private static BigDecimal decimal(String digits) {
    return new BigDecimal(digits).setScale(18, RoundingMode.UNNECESSARY);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
