package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.level.Level;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts lines, events in the order of their file. Mutable. */
public final class Tally {

  private final Map<String, AccountTally> accounts = new HashMap<>();
  private final SortedMap<Transition, Long> events = new TreeMap<>();
  private final SortedMap<String, Long> refused = new TreeMap<>();
  private final RunningSum valueAtRisk = new RunningSum();
  private final RunningSum badDebt = new RunningSum();
  private BigDecimal executedUsd = BigDecimal.ZERO;
  private long executed;
  private boolean onPaper;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long instant = Long.MIN_VALUE;

  /** Counts an event, and says what is remembered of its account after it. */
  public AccountTally count(EventLine event) {
    if (event.instant() != instant) {
      endOfInstant();
      instant = event.instant();
    }
    saw(event.instant());
    events.merge(new Transition(event.from(), event.to()), 1L, Long::sum);
    AccountTally account = accounts.computeIfAbsent(event.account(), name -> new AccountTally());
    double owedBefore = account.atRiskUsd();
    double lackedBefore = account.badDebtUsd();
    account.count(event);
    valueAtRisk.replace(owedBefore, account.atRiskUsd());
    badDebt.replace(lackedBefore, account.badDebtUsd());
    onPaper |= event.onPaper();
    if (event.isExecuted()) {
      executed++;
      executedUsd = executedUsd.add(new BigDecimal(event.offered()));
    }
    return account;
  }

  /** What accounts at LIQUIDATABLE or worse owe by now, USD. */
  public double atRiskUsd() {
    return valueAtRisk.now();
  }

  /** What accounts at INSOLVENT owe by now beyond what they have, USD. */
  public double badDebtUsd() {
    return badDebt.now();
  }

  /** What is remembered of each account that had an event. */
  public Map<String, AccountTally> accounts() {
    return Collections.unmodifiableMap(accounts);
  }

  /** Forgets an account that is gone, if it is SAFE by now. */
  public void forget(String account) {
    AccountTally gone = accounts.get(account);
    if (gone != null && gone.level() == Level.SAFE) {
      accounts.remove(account);
    }
  }

  /** Counts what an asset was at a bar. */
  public void count(StateLine state) {
    saw(state.instant());
  }

  /** Counts a refused row. */
  public void count(RefusedLine row) {
    refused.merge(row.reason(), 1L, Long::sum);
  }

  /** What all lines came to; nothing is counted after it. */
  public RunSummary summary() {
    endOfInstant();
    SortedMap<Level, Long> atEnd = new TreeMap<>();
    for (Level level : Level.values()) {
      atEnd.put(level, having(account -> account.level() == level));
    }
    boolean any = first <= last;
    return new RunSummary(
        any ? OptionalLong.of(first) : OptionalLong.empty(),
        any ? OptionalLong.of(last) : OptionalLong.empty(),
        Collections.unmodifiableSortedMap(events),
        having(account -> account.worstLevel().isAtLeast(Level.MARGIN_CALL)),
        having(account -> account.worstLevel().isAtLeast(Level.LIQUIDATABLE)),
        having(account -> account.worstLevel().isAtLeast(Level.INSOLVENT)),
        Collections.unmodifiableSortedMap(atEnd),
        valueAtRisk.result(),
        badDebt.result(),
        worst(),
        Collections.unmodifiableSortedMap(refused),
        onPaper ? Optional.of(new Paper(executed, executedUsd.doubleValue())) : Optional.empty());
  }

  private void endOfInstant() {
    valueAtRisk.endOfInstant(instant);
    badDebt.endOfInstant(instant);
  }

  private void saw(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  private long having(Predicate<AccountTally> property) {
    return accounts.values().stream().filter(property).count();
  }

  private List<LowPoint> worst() {
    return accounts.values().stream()
        .map(AccountTally::lowPoint)
        .sorted(LowPoint.WORST_FIRST)
        .limit(RunSummary.WORST)
        .toList();
  }
}
