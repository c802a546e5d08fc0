package io.plimsoll.jobs.compare;

import static io.plimsoll.jobs.compare.RunFiles.NOON;

import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison beside its naive twin, on accounts that wander from level to level. */
class ComparisonTwinTest {

  private static final List<Level> LEVELS = List.of(Level.values());
  private static final List<String> REASONS = List.of("LATE", "FUTURE", "MALFORMED");

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void countsWhatTheTwinCounts(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int accounts = 1 + random.nextInt(16);
    Path a = wander(random, accounts, temporary.resolve("a"));
    Path b = wander(random, accounts, temporary.resolve("b"));
    NaiveRun naiveA = new NaiveRun(a);
    NaiveRun naiveB = new NaiveRun(b);

    Comparison comparison = Comparison.of(RunOutcome.read(a), RunOutcome.read(b));

    SoftAssertions softly = new SoftAssertions();
    assertSame(softly, comparison.a(), naiveA, "seed " + seed + ", a");
    assertSame(softly, comparison.b(), naiveB, "seed " + seed + ", b");
    for (Level level : LEVELS.subList(1, 4)) {
      softly
          .assertThat(comparison.crossers(level))
          .as("seed %d, %s", seed, level)
          .isEqualTo(
              new Crossers(
                  without(naiveA.reached(level), naiveB.reached(level)),
                  without(naiveB.reached(level), naiveA.reached(level))));
    }
    softly.assertThat(comparison.most()).as("seed %d", seed).isEqualTo(most(naiveA, naiveB));
    softly.assertAll();
  }

  private static void assertSame(
      SoftAssertions softly, RunOutcome run, NaiveRun naive, String where) {
    softly
        .assertThat(
            List.of(
                run.summary().called(), run.summary().liquidatable(), run.summary().insolvent()))
        .as("%s: accounts", where)
        .isEqualTo(
            LEVELS.subList(1, 4).stream()
                .map(level -> (long) naive.reached(level).size())
                .toList());
    softly
        .assertThat(
            List.of(
                run.summary().valueAtRisk().peakUsd(),
                run.summary().badDebt().peakUsd(),
                run.summary().badDebt().atEndUsd()))
        .as("%s: at risk, bad debt", where)
        .isEqualTo(List.of(naive.valueAtRiskPeak(), naive.badDebtPeak(), naive.badDebtAtEnd()));
    List<Double> offers = new ArrayList<>();
    List<Long> warnings = new ArrayList<>();
    for (String account : naive.accounts()) {
      offers.addAll(naive.offers(account));
      warnings.addAll(naive.warnings(account));
    }
    softly
        .assertThat(run.liquidations())
        .as("%s: offers", where)
        .isEqualTo(new Liquidations(offers.size(), sum(offers)));
    softly
        .assertThat(run.warnings())
        .as("%s: warnings", where)
        .isEqualTo(
            new Warnings(
                warnings.size(),
                warnings.stream().filter(ms -> ms == 0).count(),
                rank(warnings, 2),
                rank(warnings, 10)));
    for (String reason : REASONS) {
      softly
          .assertThat(run.refused(reason))
          .as("%s: %s", where, reason)
          .isEqualTo(naive.refused(reason));
    }
  }

  private static double sum(List<Double> values) {
    return values.stream()
        .map(value -> new BigDecimal(value))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** The smallest of those for which at least one in so many is no greater. */
  private static OptionalLong rank(List<Long> values, int oneIn) {
    return values.stream()
        .mapToLong(Long::longValue)
        .filter(ms -> values.stream().filter(other -> other <= ms).count() * oneIn >= values.size())
        .min();
  }

  private static List<String> without(Set<String> here, Set<String> there) {
    Set<String> left = new TreeSet<>(here);
    left.removeAll(there);
    return List.copyOf(left);
  }

  /** Ten times the one of those left that differs most, the first by name of equals. */
  private static List<Difference> most(NaiveRun a, NaiveRun b) {
    Set<String> names = new TreeSet<>(a.accounts());
    names.addAll(b.accounts());
    List<Difference> left = new ArrayList<>();
    for (String name : names) {
      Difference difference = new Difference(name, outcome(a, name), outcome(b, name));
      if (!difference.a().equals(difference.b())) {
        left.add(difference);
      }
    }
    List<Difference> most = new ArrayList<>();
    while (most.size() < 10 && !left.isEmpty()) {
      Difference next = left.get(0);
      for (Difference other : left) {
        next = differsMore(other, next) ? other : next;
      }
      most.add(next);
      left.remove(next);
    }
    return most;
  }

  private static boolean differsMore(Difference one, Difference other) {
    int levels = Integer.compare(levelsApart(one), levelsApart(other));
    int usd = Double.compare(usdApart(one), usdApart(other));
    long warning = warningApart(one) - warningApart(other);
    return levels != 0 ? levels > 0 : usd != 0 ? usd > 0 : warning > 0;
  }

  private static int levelsApart(Difference difference) {
    return Math.abs(
        LEVELS.indexOf(difference.a().worst()) - LEVELS.indexOf(difference.b().worst()));
  }

  private static double usdApart(Difference difference) {
    return Math.abs(difference.a().offeredUsd() - difference.b().offeredUsd())
        + Math.abs(difference.a().badDebtUsd() - difference.b().badDebtUsd());
  }

  private static long warningApart(Difference difference) {
    long a = difference.a().leastWarningMs();
    long b = difference.b().leastWarningMs();
    return a < 0 || b < 0 ? 0 : Math.abs(a - b);
  }

  private static Outcome outcome(NaiveRun run, String account) {
    return new Outcome(
        run.worst(account),
        run.offers(account).stream().reduce(0.0, Double::sum),
        run.badDebt(account),
        run.warnings(account).stream().min(Long::compare).orElse(-1L));
  }

  /** Some minutes in which any account may change its level; a few were not SAFE before them. */
  private static Path wander(SplittableRandom random, int accounts, Path directory)
      throws IOException {
    RunFiles files = new RunFiles(directory);
    TreeMap<String, Level> levels = new TreeMap<>();
    for (int i = 0; i < accounts; i++) {
      levels.put("account-" + i, random.nextInt(5) == 0 ? any(random) : Level.SAFE);
    }
    long instant = NOON;
    for (int step = random.nextInt(40); step >= 0; step--) {
      instant += 1 + random.nextInt(300_000);
      for (String account : levels.keySet()) {
        Level from = levels.get(account);
        Level to = random.nextInt(3) == 0 ? any(random) : from;
        boolean again = from == to && to.isAtLeast(Level.LIQUIDATABLE) && random.nextInt(9) == 0;
        if (from != to || again) {
          levels.put(account, to);
          add(files, random, instant, account, from, to);
        }
      }
      files.bar(instant);
      if (random.nextInt(4) == 0) {
        files.refused(REASONS.get(random.nextInt(REASONS.size())));
      }
    }
    return files.write();
  }

  private static void add(
      RunFiles files, SplittableRandom random, long instant, String account, Level from, Level to) {
    double equity = random.nextInt(2_000) / 7.0 - (to == Level.INSOLVENT ? 290 : 0);
    double debt = random.nextInt(5) == 0 ? 0 : random.nextInt(10_000) / 3.0;
    switch (to.isAtLeast(Level.LIQUIDATABLE) ? random.nextInt(3) : 0) {
      case 1 ->
          files.offer(
              instant, account, from.name(), to.name(), debt, random.nextInt(10_000) / 11.0);
      case 2 ->
          files.close(
              instant, account, from.name(), to.name(), "0." + random.nextInt(1, 999), equity);
      default -> files.event(instant, account, from.name(), to.name(), debt, equity);
    }
  }

  private static Level any(SplittableRandom random) {
    return LEVELS.get(random.nextInt(LEVELS.size()));
  }
}
