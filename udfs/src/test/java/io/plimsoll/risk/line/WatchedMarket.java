package io.plimsoll.risk.line;

import static org.assertj.core.api.Assertions.fail;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Judgement;
import io.plimsoll.risk.level.JudgementPolicy;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.terms.TermsPolicy;
import io.plimsoll.wheel.PriceWheel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A market whose accounts are watched by a price wheel, as a stage does it: what an asset is worth
 * goes to the wheel coordinate by coordinate, and who fires is judged and watched anew. {@link
 * #settle} is the judge of it: whoever did not fire must stand as he stood.
 */
final class WatchedMarket {

  private static final class Holder {
    final Portfolio portfolio;
    Standing standing;

    Holder(Portfolio portfolio, Standing standing) {
      this.portfolio = portfolio;
      this.standing = standing;
    }
  }

  private final Market market;
  private final PriceWheel wheel = new PriceWheel();
  private final Coordinates coordinates;
  private final Lines lines;
  private final Assessment assessment;
  private final JudgementPolicy judge;
  private final TermsPolicy terms;
  private final List<Holder> holders = new ArrayList<>();
  private final BitSet due = new BitSet();
  private final int venueStatus;
  private Factor line = Factor.ONE;

  private long judged;
  private long changed;

  WatchedMarket(Market market) {
    this.market = market;
    this.coordinates = new Coordinates(market.table());
    this.lines = new Lines(market.table(), coordinates, market.levels());
    this.assessment = new Assessment(market.table());
    this.terms = new TermsPolicy(market.table(), market.levels());
    this.judge = new JudgementPolicy(new LevelPolicy(market.levels()), terms::exist);
    this.venueStatus = Coordinates.firstOf(market.table().size());
    for (int asset = 0; asset < market.table().size(); asset++) {
      tell(asset);
    }
  }

  Lines lines() {
    return lines;
  }

  PriceWheel wheel() {
    return wheel;
  }

  /** Judges and watches an account; returns its number. */
  int open(Account account, Standing before) {
    int number = holders.size();
    holders.add(new Holder(account.portfolio(), before));
    judge(number);
    return number;
  }

  Level level(int holder) {
    return holders.get(holder).standing.level();
  }

  boolean isDue(int holder) {
    return due.get(holder);
  }

  /** Whether the holder would stand otherwise now, or an event is due. */
  boolean isChanged(int holder) {
    Holder h = holders.get(holder);
    assessment.assess(h.portfolio, line);
    Judgement judgement = judge.judge(h.standing, assessment);
    return judgement.event() || !judgement.standing().equals(h.standing);
  }

  int size() {
    return holders.size();
  }

  /** Judgements of those who fired. */
  long judged() {
    return judged;
  }

  /** Those of them that changed something. */
  long changed() {
    return changed;
  }

  /** An asset is worth something else from now on. */
  void put(String asset, Market.State next) {
    boolean known = market.isMarked(asset);
    Market.State last = market.state(asset);
    market.put(asset, next);
    int id = market.table().id(asset);
    tell(id);
    count(Coordinates.changesOf(id));
    if (!known || last.x() != next.x() || last.b() != next.b()) {
      count(Coordinates.rateChangesOf(id));
    }
  }

  /** The venues go down, or are up again. */
  void grace(Factor f) {
    line = f;
    count(venueStatus);
  }

  private void count(int counter) {
    wheel.move(counter, wheel.value(counter) + 1, due::set);
  }

  private void tell(int asset) {
    coordinates.update(asset);
    int first = Coordinates.firstOf(asset);
    for (int c = first; c < first + Coordinates.products(); c++) {
      wheel.move(c, coordinates.value(c), due::set);
    }
  }

  /** Ends an instant: nobody has been missed; who fired is judged. */
  void settle(String what) {
    for (int holder = 0; holder < holders.size(); holder++) {
      if (!due.get(holder) && isChanged(holder)) {
        fail("%s: %s is missed", what, holders.get(holder).standing);
      }
    }
    for (int holder = due.nextSetBit(0); holder >= 0; holder = due.nextSetBit(holder + 1)) {
      judged++;
      changed += isChanged(holder) ? 1 : 0;
      judge(holder);
    }
    due.clear();
  }

  private void judge(int number) {
    Holder holder = holders.get(number);
    assessment.assess(holder.portfolio, line);
    Judgement judgement = judge.judge(holder.standing, assessment);
    holder.standing = judgement.standing();
    if (judgement.event()) {
      holder.standing = holder.standing.withTerms(terms.exist(assessment));
    }
    wheel.forget(number);
    lines.of(holder.standing, assessment, new Registration(number));
  }

  private final class Registration implements Triggers {
    private final int account;

    Registration(int account) {
      this.account = account;
    }

    @Override
    public void fall(int coordinate, double trigger) {
      wheel.watchFall(account, coordinate, trigger);
    }

    @Override
    public void rise(int coordinate, double trigger) {
      wheel.watchRise(account, coordinate, trigger);
    }

    @Override
    public void anyChange(int asset) {
      whenCounted(Coordinates.changesOf(asset));
    }

    @Override
    public void rateChange(int asset) {
      whenCounted(Coordinates.rateChangesOf(asset));
    }

    @Override
    public void venueChange() {
      whenCounted(venueStatus);
    }

    private void whenCounted(int counter) {
      wheel.watchRise(account, counter, wheel.value(counter));
    }
  }
}
