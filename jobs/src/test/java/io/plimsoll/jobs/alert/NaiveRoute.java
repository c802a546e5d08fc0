package io.plimsoll.jobs.alert;

import static io.plimsoll.jobs.alert.Routes.HOUR;

import io.plimsoll.jobs.alert.Episode.Told;
import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told on a route, written from docs/alerts.md without timers: it looks at everything each
 * second. Quiet hours are in UTC.
 */
final class NaiveRoute {

  /** An account; what is absent is empty. */
  private static final class Account {
    private final List<Crossing> heard = new ArrayList<>();
    private long heardAt;
    private String episode = "";
    private boolean open;
    private boolean inWindow;
    private boolean inMorning;
    private String alert = "";
    private Told how = Told.NOT_YET;
    private Level said = Level.SAFE;

    Crossing last() {
      return heard.get(heard.size() - 1);
    }

    boolean over() {
      return !open && !inWindow && !inMorning;
    }
  }

  private final Route route;
  private final int quietFromHour;
  private final int quietToHour;
  private final Map<String, Account> accounts = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private long windowStart = -1;
  private int inThisWindow;
  private boolean afterMany;
  private long lastRepeat = -1;

  NaiveRoute(Route route) {
    this.route = route;
    quietFromHour = route.quiet().map(hours -> hours.from().getHour()).orElse(0);
    quietToHour = route.quiet().map(hours -> hours.to().getHour()).orElse(0);
  }

  /** What was told since this was asked last. */
  List<String> lines() {
    List<String> since = List.copyOf(lines);
    lines.clear();
    return since;
  }

  private boolean night(long now) {
    long hour = now / HOUR % 24;
    return route.quiet().isPresent() && (hour >= quietFromHour || hour < quietToHour);
  }

  /** Every second. */
  void second(long now) {
    if (windowStart >= 0 && now == windowStart + route.windowMs()) {
      List<Account> many = accounts.values().stream().filter(a -> a.inWindow).toList();
      digest("MANY_AT_ONCE", many, now);
      afterMany = many.size() > route.digestAbove();
      windowStart = afterMany ? now : -1;
      inThisWindow = 0;
    }
    if (!night(now)) {
      digest("QUIET_HOURS", accounts.values().stream().filter(a -> a.inMorning).toList(), now);
    }
    if (lastRepeat >= 0 && now == lastRepeat + route.repeatMs()) {
      lastRepeat = -1;
      for (Account account : accounts.values()) {
        boolean fresh = now - account.heardAt <= 5 * Routes.MINUTE;
        if (account.how == Told.ALONE
            && !account.inWindow
            && !account.inMorning
            && (account.open || fresh)) {
          lines.add("again " + line(account) + " after " + account.said + " id " + account.alert);
          lastRepeat = now;
        }
      }
    }
    accounts.values().removeIf(a -> a.over() && now >= a.heardAt + route.rememberMs());
  }

  private String line(Account account) {
    String change = "RESOLVED";
    if (account.open) {
      int fall = account.how == Told.NOT_YET ? 0 : account.last().level().compareTo(account.said);
      change = fall > 0 ? "ESCALATED" : fall < 0 ? "EASED" : "FIRING";
    }
    return change
        + " "
        + account.last().account()
        + " "
        + account.last().level()
        + " "
        + account.episode;
  }

  private void digest(String reason, List<Account> members, long now) {
    if (members.isEmpty()) {
      return;
    }
    List<String> named = members.stream().map(this::line).sorted().toList();
    lines.add("part 1: " + named);
    String first = "nobody";
    Level worst = Level.SAFE;
    double most = -1;
    int recovered = 0;
    for (Account member : members) {
      Crossing last = member.last();
      if (!member.open) {
        recovered++;
      } else if (last.level().compareTo(worst) > 0
          || (last.level() == worst && last.debtUsd() > most)) {
        first = last.account();
        worst = last.level();
        most = last.debtUsd();
      }
    }
    lines.add(
        reason
            + (" of " + members.size())
            + (", recovered " + recovered)
            + ", parts 1, first "
            + first);
    for (Account member : members) {
      member.inWindow = false;
      member.inMorning = false;
      member.how = Told.IN_A_DIGEST;
      member.said = member.open ? member.last().level() : member.said;
      member.alert = DerivedId.of(route.name() + '|' + reason + '|' + now);
    }
  }

  void hear(Crossing crossing, long now) {
    Account account = accounts.computeIfAbsent(crossing.account(), name -> new Account());
    if (account.heard.stream().anyMatch(before -> before.instant() >= crossing.instant())) {
      return;
    }
    boolean told = crossing.level().compareTo(route.from()) >= 0;
    boolean wasOver = account.over();
    boolean wasOpen = account.open;
    Level was = account.heard.isEmpty() ? Level.SAFE : account.last().level();
    account.heard.add(crossing);
    account.heardAt = now;
    if (wasOver) {
      if (!told || crossing.debtUsd() < route.minDebtUsd()) {
        return;
      }
      account.episode = DerivedId.of(route.name() + '|' + crossing.account() + '|' + crossing.id());
      account.how = Told.NOT_YET;
      account.said = Level.SAFE;
      account.alert = "";
    }
    account.open = told;
    if (account.inWindow || (!wasOver && wasOpen == told && was == crossing.level())) {
      return;
    }
    tell(account, now);
  }

  private void tell(Account account, long now) {
    boolean canWait =
        account.last().level().compareTo(Level.LIQUIDATABLE) < 0
            && (account.open || account.how == Told.NOT_YET);
    if (canWait && night(now)) {
      account.inMorning = true;
      return;
    }
    account.inMorning = false;
    if (windowStart < 0) {
      windowStart = now;
    }
    inThisWindow++;
    if (afterMany || inThisWindow > route.digestAbove()) {
      account.inWindow = true;
      return;
    }
    String id = DerivedId.of(route.name() + '|' + account.last().id());
    lines.add(line(account) + " after " + account.said + " id " + id);
    account.how = Told.ALONE;
    account.said = account.open ? account.last().level() : account.said;
    account.alert = id;
    if (lastRepeat < 0) {
      lastRepeat = now;
    }
  }
}
