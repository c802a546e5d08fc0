package io.plimsoll.jobs.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.LiquidationMap;
import io.plimsoll.jobs.ledger.FigureForms;
import io.plimsoll.jobs.ledger.JsonRow;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.terms.Figures;
import java.io.IOException;

/** The same pages for machines: one object each, in the forms of the run's files. */
public final class BookJson {

  private BookJson() {}

  public static void write(AccountView view, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonRow.text(json, "account", view.account());
    json.writeNumberField("instant", view.instant());
    json.writeStringField("mode", view.settings().mode().name());
    JsonRow.text(json, "category", view.settings().category());
    if (view.settings().hasMarginCall()) {
      JsonRow.amount(json, "marginCall", view.settings().marginCall());
    } else {
      json.writeNullField("marginCall");
    }
    if (view.onPaper()) {
      json.writeStringField("execution", Execution.PAPER.name());
    }
    json.writeArrayFieldStart("parts");
    for (AccountView.Part part : view.parts()) {
      write(part, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(AccountView.Part part, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonRow.text(json, "name", part.name());
    json.writeStringField("level", part.level().name());
    Figures figures = part.figures();
    FigureForms.sums(figures, json);
    FigureForms.prices("liquidationPrices", figures.liquidationPricesUsd(), json);
    FigureForms.prices("marks", figures.marksUsd(), json);
    json.writeArrayFieldStart("holdings");
    for (Holding holding : part.holdings()) {
      json.writeStartObject();
      JsonRow.text(json, "venue", holding.venue());
      JsonRow.text(json, "asset", holding.asset());
      json.writeStringField("kind", holding.kind().name());
      JsonRow.amount(json, "amount", holding.amount());
      if (holding.kind().isPerpetual()) {
        JsonRow.amount(json, "entryPrice", holding.entryPriceUsd());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    if (part.cashUsd().signum() != 0) {
      JsonRow.amount(json, "paperCash", part.cashUsd());
    }
    json.writeArrayFieldStart("events");
    for (EventLine event : part.events()) {
      json.writeStartObject();
      json.writeNumberField("instant", event.instant());
      json.writeStringField("from", event.from().name());
      json.writeStringField("to", event.to().name());
      JsonRow.number(json, "healthFactor", event.healthFactor());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The map of one asset, all its moves. */
  public static void write(
      String asset, int id, BookPicture picture, boolean onPaper, JsonGenerator json)
      throws IOException {
    LiquidationMap map = picture.map();
    json.writeStartObject();
    JsonRow.text(json, "asset", asset);
    json.writeNumberField("instant", picture.instant());
    if (onPaper) {
      json.writeStringField("execution", Execution.PAPER.name());
    }
    JsonRow.number(json, "mid", map.midUsd(id));
    JsonRow.number(json, "belowUsd", map.belowUsd());
    json.writeArrayFieldStart("moves");
    double[] owed = map.owedUsd(id);
    long[] accounts = map.accounts(id);
    for (int i = 0; i < owed.length; i++) {
      json.writeStartObject();
      json.writeNumberField("move", LiquidationMap.MOVES.get(i));
      JsonRow.number(json, "price", map.midUsd(id) * (1 + LiquidationMap.MOVES.get(i)));
      json.writeNumberField("accounts", accounts[i]);
      JsonRow.number(json, "owedUsd", owed[i]);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
