package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.AssetTerms;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an event was decided from: each holding, its price in the event, and what it adds to A and L
 * at mid (risk model §5). The sums over the rows are the event's own, but for rounding.
 *
 * @param rows empty where the input is not at hand
 * @param callFactor c of the account, where it is known
 */
record Working(List<Row> rows, OptionalDouble callFactor) {

  static final Working UNKNOWN = new Working(List.of(), OptionalDouble.empty());

  /**
   * A holding, or of a NETTED account what is left of an asset after netting.
   *
   * @param kind Kind, NET, CASH or, of perpetuals closed on paper, PAPER
   * @param units amount after rate or index; NaN for cash
   * @param priceUsd NaN without a mark
   * @param factor that weighs it; NaN where netting has its own
   * @param factorName in the model's signs
   * @param assetsUsd what it adds to A; NaN where the asset's net row says it
   * @param liabilitiesUsd what it adds to L, likewise
   */
  record Row(
      String kind,
      String venue,
      String asset,
      String amount,
      double entryPriceUsd,
      double units,
      double priceUsd,
      double factor,
      String factorName,
      double assetsUsd,
      double liabilitiesUsd) {}

  private static final double NONE = Double.NaN;

  /**
   * The working of an event.
   *
   * @param line the event, whose marks are the prices
   * @param book as of the event's instant
   */
  static Working of(String name, JsonNode line, Book book) {
    return book.unit(name)
        .map(unit -> of(unit, atEvent(line.path("marks"), book), book.parameters()))
        .orElse(UNKNOWN);
  }

  /** The assets as the book has them, at the event's marks. */
  private static AssetTable atEvent(JsonNode marks, Book book) {
    AssetTable now = book.assets();
    AssetTable assets = new AssetTable(book.parameters().assets().values());
    for (Map.Entry<String, JsonNode> mark : marks.properties()) {
      int asset = assets.id(mark.getKey());
      double mid = mark.getValue().asDouble();
      assets.update(
          asset,
          MarkStatus.OK,
          mid,
          mid,
          mid,
          now.exchangeRate(asset),
          now.borrowIndex(asset),
          now.loadFactor(asset));
    }
    return assets;
  }

  private static Working of(Unit unit, AssetTable assets, RiskParameters parameters) {
    Portfolio portfolio = unit.portfolio();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < portfolio.size(); i++) {
      rows.add(
          portfolio.isNetted()
              ? netted(portfolio, i, assets)
              : counted(portfolio, i, assets, parameters));
    }
    if (portfolio.isNetted()) {
      addNets(portfolio, assets, rows);
    } else if (portfolio.cashUsd().signum() != 0) {
      rows.add(cash("PAPER", "", portfolio.cashUsd().doubleValue()));
    }
    return new Working(rows, OptionalDouble.of(portfolio.callFactor().approx()));
  }

  private static Row counted(
      Portfolio portfolio, int i, AssetTable assets, RiskParameters parameters) {
    Holding holding = portfolio.holdings().get(i);
    int asset = portfolio.asset(i);
    double n = portfolio.amount(i);
    double entry = holding.entryPriceUsd().doubleValue();
    boolean marked = assets.isMarked(asset);
    double mid = marked ? assets.mid(asset) : NONE;
    return switch (holding.kind()) {
      case COLLATERAL -> {
        double units = n * assets.exchangeRate(asset);
        boolean moves = portfolio.thresholdMoves(i);
        double factor = portfolio.threshold(i) * (moves ? assets.loadFactor(asset) : 1);
        yield row(
            holding,
            units,
            mid,
            factor,
            moves ? "LT·g" : "LT",
            marked ? units * mid * factor : 0,
            0);
      }
      case DEBT -> {
        double units = n * assets.borrowIndex(asset);
        double factor = 1 / portfolio.borrowFactor(i);
        yield row(holding, units, mid, factor, "1/ω", 0, marked ? units * mid * factor : 0);
      }
      case LONG, SHORT -> {
        double price = marked ? mid : entry; // without a mark it stands at its entry
        double gain = holding.kind() == Kind.LONG ? price - entry : entry - price;
        double factor =
            marked
                ? assets.maintenance(asset)
                : parameters.asset(holding.asset()).margin().maintenanceMargin().doubleValue();
        yield row(holding, n, price, factor, "m", n * gain, n * price * factor);
      }
    };
  }

  private static Row netted(Portfolio portfolio, int i, AssetTable assets) {
    Holding holding = portfolio.holdings().get(i);
    int asset = portfolio.asset(i);
    double rate =
        switch (holding.kind()) {
          case COLLATERAL -> assets.exchangeRate(asset);
          case DEBT -> assets.borrowIndex(asset);
          case LONG, SHORT -> 1;
        };
    double mid = assets.isMarked(asset) ? assets.mid(asset) : NONE;
    return row(holding, portfolio.amount(i) * rate, mid, NONE, "", NONE, NONE);
  }

  private static void addNets(Portfolio portfolio, AssetTable assets, List<Row> rows) {
    Assessment assessment = new Assessment(assets);
    assessment.assess(portfolio, Factor.ONE);
    double cash = assessment.approximateAssets();
    for (AssetTerms terms : assessment.exact().terms()) {
      double inAssets = terms.assets().toDouble();
      cash -= inAssets;
      rows.add(
          new Row(
              "NET",
              "",
              assets.name(terms.asset()),
              "",
              NONE,
              terms.unitsInEquity().toDouble(),
              terms.mid().toDouble(),
              NONE,
              "",
              inAssets,
              terms.liabilities().toDouble()));
    }
    boolean perpetuals = portfolio.holdings().stream().anyMatch(h -> h.kind().isPerpetual());
    if (perpetuals || portfolio.cashUsd().signum() != 0) {
      rows.add(cash("CASH", "K", cash));
    }
  }

  private static Row cash(String kind, String sign, double usd) {
    return new Row(kind, "", "", "", NONE, NONE, NONE, NONE, sign, usd, 0);
  }

  private static Row row(
      Holding holding,
      double units,
      double price,
      double factor,
      String factorName,
      double assetsUsd,
      double liabilitiesUsd) {
    return new Row(
        holding.kind().name(),
        holding.venue(),
        holding.asset(),
        holding.amount().stripTrailingZeros().toPlainString(),
        holding.kind().isPerpetual() ? holding.entryPriceUsd().doubleValue() : NONE,
        units,
        price,
        factor,
        factorName,
        assetsUsd,
        liabilitiesUsd);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("holdings");
    for (Row row : rows) {
      json.writeStartObject();
      json.writeStringField("kind", row.kind());
      json.writeStringField("venue", row.venue());
      json.writeStringField("asset", row.asset());
      json.writeStringField("amount", row.amount());
      figure(json, "entryPrice", row.entryPriceUsd());
      figure(json, "units", row.units());
      figure(json, "price", row.priceUsd());
      figure(json, "factor", row.factor());
      json.writeStringField("factorName", row.factorName());
      figure(json, "assets", row.assetsUsd());
      figure(json, "liabilities", row.liabilitiesUsd());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** In full: somebody may add it up. */
  private static void figure(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value + 0.0);
    } else {
      json.writeNullField(name);
    }
  }
}
