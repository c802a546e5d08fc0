package io.plimsoll.benchmarks.judge;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every account at every instant, in a plain loop: what cannot miss a trigger, whatever it costs.
 *
 * <p>Goes through the accounts one by one and each through a block of instants, with the prices of
 * every instant of the block at hand; so it holds no accounts, only a standing each.
 */
public final class NaiveScan {

  /** Each holds all prices, some six kilobytes. */
  private static final int INSTANTS_PER_BLOCK = 2_000;

  private NaiveScan() {}

  /** All triggers of the first ticks, sorted. */
  public static long[] triggers(Market market, long ticks) {
    TriggerLog log = new TriggerLog();
    int count = market.spec().accounts();
    Standing[] standings = new Standing[count];
    Arrays.fill(standings, Standing.NEW);
    Accounts accounts = new Accounts(market);
    PricePath prices = market.prices();
    List<MarketInstant> last = new ArrayList<>(List.of(market.firstMarks()));
    for (long first = 0; first < ticks; first += INSTANTS_PER_BLOCK) {
      int block = (int) Math.min(INSTANTS_PER_BLOCK, ticks - first);
      List<AccountJudge> judges = new ArrayList<>(block);
      for (int i = 0; i < block; i++) {
        last.add(prices.next());
        judges.add(judgeAt(market, last, log));
      }
      for (int index = 0; index < count; index++) {
        Account account = accounts.account(index);
        Portfolio portfolio = judges.get(0).portfolio(account);
        Standing standing = standings[index];
        for (int i = 0; i < block; i++) {
          standing = judges.get(i).judge(portfolio, index, standing, first + i);
        }
        standings[index] = standing;
      }
    }
    return log.upTo(ticks);
  }

  /** A judge with all prices of an instant; keeps of the past only what still holds. */
  private static AccountJudge judgeAt(Market market, List<MarketInstant> past, TriggerLog log) {
    AccountJudge judge = new AccountJudge(market.parameters(), log::add);
    Map<String, AssetState> latest = new LinkedHashMap<>();
    past.forEach(instant -> instant.states().forEach(s -> latest.put(s.asset(), s)));
    latest.values().forEach(judge::apply);
    MarketInstant merged =
        new MarketInstant(past.get(past.size() - 1).tick(), List.copyOf(latest.values()));
    past.clear();
    past.add(merged);
    return judge;
  }
}
