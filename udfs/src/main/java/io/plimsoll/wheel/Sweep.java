package io.plimsoll.wheel;

/**
 * Takes stale entries out of buckets that no price comes to, a few at a time, so that what is held
 * stays in proportion to what is in force and nothing ever waits for it.
 *
 * <p>A round starts when more than a third of the entries are stale, and takes {@value #PACE} steps
 * (an entry, a bucket, a page) for each entry made or account forgotten meanwhile. What becomes
 * stale behind it is left to the next round.
 */
final class Sweep {

  private static final int PACE = 4;
  private static final int FEW = 1024;

  /** Whether an entry of a side is stale, and so will be freed. */
  interface Stale {
    boolean test(int side, int entry);
  }

  private final Entries entries;
  private final Pages pages;
  private final Stale stale;

  private boolean running;
  private int page;
  private int bucket;
  private int credit;

  Sweep(Entries entries, Pages pages, Stale stale) {
    this.entries = entries;
    this.pages = pages;
    this.stale = stale;
  }

  /**
   * Does its share of the work, if there is any.
   *
   * @param inForce entries that are not stale
   */
  void pay(int inForce) {
    if (running) {
      credit += PACE;
      while (running && credit > 0) {
        step();
      }
    } else if (isWorthwhile(inForce)) {
      running = true;
      page = 0;
      bucket = 0;
      credit = 0;
    }
  }

  private boolean isWorthwhile(int inForce) {
    int held = entries.used();
    return held > FEW && held - inForce > held / 3;
  }

  private void step() {
    if (page >= pages.limit()) {
      running = false;
      return;
    }
    credit--;
    long left = pages.exists(page) ? pages.filled(page) & (-1L << bucket) : 0;
    if (left == 0) {
      page++;
      bucket = 0;
      return;
    }
    bucket = Long.numberOfTrailingZeros(left);
    credit -= sweepBucket();
    if (bucket == Pages.IN_PAGE) {
      page++;
      bucket = 0;
    } else {
      bucket++;
    }
  }

  private int sweepBucket() {
    int side = pages.side(page);
    int entry = pages.takeAll(page, bucket);
    int visited = 0;
    while (entry != Entries.NONE) {
      int next = entries.next(entry);
      if (stale.test(side, entry)) {
        entries.free(entry);
      } else {
        entries.setNext(entry, pages.push(page, bucket, entry));
      }
      visited++;
      entry = next;
    }
    pages.freeIfEmpty(page);
    return visited;
  }
}
