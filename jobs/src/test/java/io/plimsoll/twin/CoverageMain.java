package io.plimsoll.twin;

/** Shows how often random markets take each branch: {@code CoverageMain FIRST_SEED COUNT}. */
public final class CoverageMain {
  private CoverageMain() {}

  /** Prints the hits of every branch over the seeds. */
  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    Coverage coverage = new Coverage();
    long slowest = 0;
    long slowestSeed = first;
    long begin = System.nanoTime();
    for (long seed = first; seed < first + count; seed++) {
      long before = System.nanoTime();
      NaiveTwin.evaluate(RandomMarket.generate(seed), lateness(seed), coverage);
      long taken = System.nanoTime() - before;
      if (taken > slowest && seed > first + count / 10) {
        slowest = taken;
        slowestSeed = seed;
      }
    }
    double millis = (System.nanoTime() - begin) / 1e6;
    coverage.hits().forEach((branch, hits) -> System.out.printf("%8d  %s%n", hits, branch));
    System.out.printf(
        "%d markets, %.1f ms each, slowest %.0f ms (seed %d)%n",
        count, millis / count, slowest / 1e6, slowestSeed);
  }

  /** Every third market is read with an allowed lateness. */
  static long lateness(long seed) {
    return seed % 3 == 0 ? 30_000 : 0;
  }
}
