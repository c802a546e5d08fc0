package io.plimsoll.jobs.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.AssetPrice;
import io.plimsoll.contract.AssetState;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.PerpetualTerms;
import io.plimsoll.contract.SpotTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Margin events and asset states as text that says all of them, whether they come from a file or
 * from a topic.
 */
final class EventTexts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EventTexts() {}

  /** Of {@code margin-events.jsonl} or {@code asset-states.jsonl}, in its order. */
  static List<String> ofFile(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      texts.add(flat(JSON.readTree(line)).toString());
    }
    return texts;
  }

  private static Map<String, String> flat(JsonNode node) {
    Map<String, String> flat = new TreeMap<>();
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isObject()) {
                flat.put(field.getKey(), flat(value).toString());
              } else if (value.isArray()) {
                flat.put(field.getKey(), value.toString());
              } else if (value.isDouble()) {
                flat.put(field.getKey(), Double.toString(value.doubleValue()));
              } else if (!value.isNull()) {
                flat.put(field.getKey(), value.asText());
              }
            });
    return flat;
  }

  static String of(MarginEvent event) throws IOException {
    Map<String, String> flat = new TreeMap<>();
    flat.put("id", event.getId());
    flat.put("account", event.getAccount());
    flat.put("instant", Long.toString(event.getInstant().toEpochMilli()));
    flat.put("from", event.getFrom().name());
    flat.put("to", event.getTo().name());
    flat.put("doubts", JSON.valueToTree(event.getDoubts()).toString());
    put(flat, "healthFactor", event.getHealthFactor());
    flat.put("assets", Double.toString(event.getAssets()));
    flat.put("liabilities", Double.toString(event.getLiabilities()));
    flat.put("collateralValue", Double.toString(event.getCollateralValue()));
    flat.put("debtValue", Double.toString(event.getDebtValue()));
    flat.put("equity", Double.toString(event.getEquity()));
    put(flat, "ltv", event.getLtv());
    flat.put("liquidationPrices", prices(event.getLiquidationPrices()));
    flat.put("marks", prices(event.getMarks()));
    event.getTerms().ifPresent(terms -> flat.put("terms", terms(terms)));
    return flat.toString();
  }

  static String of(AssetState state) {
    Map<String, String> flat = new TreeMap<>();
    flat.put("instant", Long.toString(state.getInstant().toEpochMilli()));
    flat.put("asset", state.getAsset());
    flat.put("mid", Double.toString(state.getMid()));
    flat.put("low", Double.toString(state.getLow()));
    flat.put("high", Double.toString(state.getHigh()));
    flat.put("status", state.getStatus().name());
    flat.put("volatility", Double.toString(state.getVolatility()));
    flat.put("loadFactor", Double.toString(state.getLoadFactor()));
    return flat.toString();
  }

  /** Of which instant a text is, epoch milliseconds. */
  static long instant(String text) {
    return Long.parseLong(text.replaceAll(".*\\binstant=([^,}]+).*", "$1"));
  }

  private static String prices(List<AssetPrice> prices) {
    Map<String, String> flat = new TreeMap<>();
    prices.forEach(price -> flat.put(price.getAsset(), Double.toString(price.getPrice())));
    return flat.toString();
  }

  private static String terms(Object terms) {
    Map<String, String> flat = new TreeMap<>();
    if (terms instanceof SpotTerms spot) {
      put(flat, "repayVenue", spot.getRepayVenue());
      flat.put("repayAsset", spot.getRepayAsset());
      flat.put("repayAmount", amount(spot.getRepayAmount()));
      flat.put("repayValue", Double.toString(spot.getRepayValue()));
      put(flat, "seizeVenue", spot.getSeizeVenue());
      flat.put("seizeAsset", spot.getSeizeAsset());
      flat.put("seizeAmount", amount(spot.getSeizeAmount()));
      flat.put("bonus", Double.toString(spot.getBonus()));
      flat.put("protocolFee", Double.toString(spot.getProtocolFee()));
      put(flat, "healthFactorAfter", spot.getHealthFactorAfter());
    } else if (terms instanceof PerpetualTerms perpetual) {
      put(flat, "closeVenue", perpetual.getCloseVenue());
      flat.put("closeAsset", perpetual.getCloseAsset());
      flat.put("closeKind", perpetual.getCloseKind().name());
      flat.put("closeAmount", amount(perpetual.getCloseAmount()));
      put(flat, "bankruptcyPrice", perpetual.getBankruptcyPrice());
      put(flat, "healthFactorAfter", perpetual.getHealthFactorAfter());
    }
    return flat.toString();
  }

  private static void put(Map<String, String> flat, String name, Optional<?> value) {
    value.ifPresent(present -> flat.put(name, present.toString()));
  }

  private static String amount(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
