package io.plimsoll.jobs.book;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.watch.AccountState;
import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One account: what it holds, where it stands, and what would liquidate it.
 *
 * @param account its name, or that of one part of it
 * @param instant as of which prices stand, epoch milliseconds
 * @param settings in force
 * @param onPaper whether liquidations were carried out on paper: what it holds is then invented in
 *     part
 * @param parts what is judged by itself: one, or one a venue
 */
public record AccountView(
    String account, long instant, Settings settings, boolean onPaper, List<Part> parts) {

  /**
   * What is judged by itself.
   *
   * @param name in events
   * @param level after its last event
   * @param holdings that count
   * @param cashUsd what perpetuals closed on paper have left
   * @param figures at mid, as an event of now would have them
   * @param events all of it, oldest first
   */
  public record Part(
      String name,
      Level level,
      List<Holding> holdings,
      BigDecimal cashUsd,
      Figures figures,
      List<EventLine> events) {

    /** Since when it is at its level, if any event says so; epoch milliseconds. */
    public Optional<Long> since() {
      return events.stream()
          .filter(event -> event.from() != event.to())
          .reduce((a, b) -> b)
          .map(EventLine::instant);
    }
  }

  /**
   * Looks at an account.
   *
   * @param name of it, or account/venue
   * @param events of it at least, by instant
   * @return nothing if nobody of that name was ever heard of
   */
  public static Optional<AccountView> of(Book book, String name, List<EventLine> events) {
    return book.account(name)
        .map(AccountState::settings)
        .map(
            settings ->
                new AccountView(
                    name,
                    book.lastBar(),
                    settings,
                    book.parameters().onPaper(),
                    book.units(name).stream()
                        .map(unit -> part(unit, book.assets(), events))
                        .toList()));
  }

  private static Part part(Unit unit, AssetTable assets, List<EventLine> events) {
    Assessment assessment = new Assessment(assets);
    assessment.assess(unit.portfolio(), Factor.ONE);
    List<EventLine> own = new ArrayList<>();
    for (EventLine event : events) {
      if (event.account().equals(unit.name())) {
        own.add(event);
      }
    }
    return new Part(
        unit.name(),
        own.isEmpty() ? Level.SAFE : own.get(own.size() - 1).to(),
        unit.portfolio().holdings(),
        unit.portfolio().cashUsd(),
        Figures.of(unit.portfolio(), assessment.exact(), assets),
        own);
  }
}
