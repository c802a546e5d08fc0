package io.plimsoll.wheel;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A timing wheel whose clock is a price: for each of many numbers ("coordinates") it keeps who is
 * to be told when the number falls below or rises above something, and a move of a number visits
 * what lies between its old and its new value and nothing else.
 *
 * <p><b>Contract.</b> An account (a small number of the caller's choice) is {@linkplain #watchFall
 * watched} at any number of triggers, on any coordinates. The first move that reaches one of them
 * fires the account: it is named to the caller, once, and is watched nowhere from then on, until
 * the caller watches it anew. It may fire early, by no more than a bucket, never late. Those fired
 * by one move come in no particular order.
 *
 * <p><b>Grid.</b> A bucket is the values that share the sign, the exponent and the first {@value
 * Grid#MANTISSA_BITS} bits of the mantissa of a double: between 0.6 and 1.2 basis points wide at
 * any price. No logarithm is taken, and the order of buckets is that of the values in them.
 *
 * <p><b>Invariant.</b> For each watched account, each of its fall triggers t and the value q of the
 * coordinate: {@code t ≤ q}; for each rise trigger: {@code t ≥ q}. <i>Proof.</i> It holds when the
 * trigger is set, for a trigger on the far side is taken to be q itself. Let q move to q′. If
 * {@code q′ ≥ q} then {@code t ≤ q ≤ q′}. If {@code q′ < q}, all buckets from that of q down to
 * that of q′ are emptied, and all in them fire. A trigger left lies in another bucket, and by the
 * invariant not above that of q, so below that of q′; buckets are ordered, so {@code t < q′}. Rises
 * are the same, mirrored. A value that is no number fires all there is on its coordinate. ∎
 *
 * <p>So, with slack {@code S = Σ wᵢ·qᵢ + k} and triggers that allow each coordinate to move against
 * the account by δᵢ, {@code Σ |wᵢ|·δᵢ ≤ S}, no account that has not fired has {@code S < 0}.
 *
 * <p><b>Cost.</b> {@link #move}: some nanoseconds where nothing fires; plus one step for each 64
 * buckets passed (or for each page there is, if those are fewer), plus one for each entry met.
 * {@link #watchFall} and {@link #watchRise}: constant. {@link #forget}: constant; entries of a
 * forgotten or fired account are stale, dropped by version when met, and swept up, a few (or a
 * bucket) with each entry made and account forgotten, while they are more than a third of all.
 * Versions are 32 bits: a stale entry would count again, and fire early, should its account be
 * forgotten 2³² times before the sweep comes by.
 *
 * <p><b>Memory.</b> 12 bytes an entry, of which some twice as many may be held as are in force; 8
 * bytes an account number; 280 bytes for each 64 buckets that are not all empty, so never more than
 * that an entry; nothing for a price that nobody waits at. Freed room is used again, and not given
 * back.
 *
 * <p>Steady state allocates nothing. Not thread-safe.
 */
public final class PriceWheel {

  private static final int FALL = 0;
  private static final int RISE = 1;

  private final Entries entries = new Entries();
  private final Pages pages = new Pages();
  private final Sweep sweep = new Sweep(entries, pages, this::isStale);

  /** By account: the version that its entries must have to count, and how many have it. */
  private int[] version = new int[16];

  private int[] watched = new int[16];

  /** Entries that count. */
  private int inForce;

  /** By coordinate. */
  private double[] value = new double[16];

  /** By side (two a coordinate): entries held, stale ones included. */
  private int[] held = new int[32];

  private long fired;

  /** The value of a coordinate; 0 before it was told. */
  public double value(int coordinate) {
    return coordinate < value.length ? value[coordinate] : 0;
  }

  /**
   * Moves a coordinate and fires whoever waits for it.
   *
   * @param told is given each account fired, and must leave the wheel alone meanwhile
   */
  public void move(int coordinate, double to, IntConsumer told) {
    reserveCoordinate(coordinate);
    double from = value[coordinate];
    double next = to + 0.0; // no negative zero: it would have a bucket of its own
    value[coordinate] = next;
    int fall = sideOf(coordinate, FALL);
    if (next < from) {
      if (held[fall] > 0) {
        empty(fall, Grid.bucket(next), Grid.bucket(from), told);
      }
    } else if (next > from) {
      if (held[fall + 1] > 0) {
        empty(fall + 1, Grid.bucket(from), Grid.bucket(next), told);
      }
    } else if (next != from) { // one of them is no number
      empty(fall, Integer.MIN_VALUE, Integer.MAX_VALUE, told);
      empty(fall + 1, Integer.MIN_VALUE, Integer.MAX_VALUE, told);
    }
  }

  /** Fires the account at the latest when the coordinate is below the trigger. */
  public void watchFall(int account, int coordinate, double trigger) {
    reserveCoordinate(coordinate);
    double now = value[coordinate];
    add(account, sideOf(coordinate, FALL), trigger < now ? trigger : now);
  }

  /** Fires the account at the latest when the coordinate is above the trigger. */
  public void watchRise(int account, int coordinate, double trigger) {
    reserveCoordinate(coordinate);
    double now = value[coordinate];
    add(account, sideOf(coordinate, RISE), trigger > now ? trigger : now);
  }

  /** Watches the account nowhere: before it is watched anew, or for good. */
  public void forget(int account) {
    reserveAccount(account);
    lapse(account);
    sweep.pay(inForce);
  }

  /** Accounts fired so far. */
  public long fired() {
    return fired;
  }

  /** Entries held, those not yet swept up included. */
  public int entries() {
    return entries.used();
  }

  /** Entries that count: those of accounts that have neither fired nor been forgotten since. */
  public int inForce() {
    return inForce;
  }

  /** Heap of the structure, bytes, room kept for later included. */
  public long heapBytes() {
    return entries.heapBytes()
        + pages.heapBytes()
        + 4L * version.length
        + 4L * watched.length
        + 8L * value.length
        + 4L * held.length;
  }

  private void add(int account, int side, double trigger) {
    reserveAccount(account);
    int bucket = Grid.bucket(trigger + 0.0);
    int entry = entries.take();
    int page = pages.at(side, bucket >> Pages.BUCKET_BITS);
    entries.set(entry, account, version[account], pages.push(page, bucket & Pages.IN_PAGE, entry));
    held[side]++;
    watched[account]++;
    inForce++;
    sweep.pay(inForce);
  }

  /** As if the account had been forgotten so often; for a test of what comes after. */
  void startVersionsAt(int account, int first) {
    reserveAccount(account);
    version[account] = first;
  }

  /** All entries of the account are stale. */
  private void lapse(int account) {
    version[account]++;
    inForce -= watched[account];
    watched[account] = 0;
  }

  /** Empties buckets of a side, ends included. */
  private void empty(int side, int lowest, int highest, IntConsumer told) {
    int first = lowest >> Pages.BUCKET_BITS;
    int last = highest >> Pages.BUCKET_BITS;
    if ((long) last - first > pages.limit()) {
      for (int page = 0; page < pages.limit(); page++) {
        if (pages.side(page) == side && pages.number(page) >= first && pages.number(page) <= last) {
          emptyPage(side, page, lowest, highest, told);
        }
      }
      return;
    }
    for (int number = first; number <= last; number++) {
      int page = pages.find(side, number);
      if (page != Pages.NONE) {
        emptyPage(side, page, lowest, highest, told);
      }
    }
  }

  private void emptyPage(int side, int page, int lowest, int highest, IntConsumer told) {
    long number = pages.number(page);
    long base = number << Pages.BUCKET_BITS;
    int from = (int) Math.max(0, lowest - base);
    int to = (int) Math.min(Pages.IN_PAGE, highest - base);
    long due = pages.filled(page) & (-1L << from) & (-1L >>> (Pages.IN_PAGE - to));
    while (due != 0) {
      int bucket = Long.numberOfTrailingZeros(due);
      due &= due - 1;
      fire(side, pages.takeAll(page, bucket), told);
    }
    pages.freeIfEmpty(page);
  }

  private void fire(int side, int head, IntConsumer told) {
    int entry = head;
    while (entry != Entries.NONE) {
      int next = entries.next(entry);
      int account = entries.account(entry);
      if (entries.version(entry) == version[account]) {
        lapse(account);
        fired++;
        told.accept(account);
      }
      entries.free(entry);
      held[side]--;
      entry = next;
    }
  }

  /** Asked by the sweep, which also takes the entry off its side's count. */
  private boolean isStale(int side, int entry) {
    if (entries.version(entry) == version[entries.account(entry)]) {
      return false;
    }
    held[side]--;
    return true;
  }

  private static int sideOf(int coordinate, int direction) {
    return 2 * coordinate + direction;
  }

  private void reserveAccount(int account) {
    if (account >= version.length) {
      version = Arrays.copyOf(version, grown(version.length, account));
      watched = Arrays.copyOf(watched, version.length);
    }
  }

  private void reserveCoordinate(int coordinate) {
    if (coordinate >= value.length) {
      value = Arrays.copyOf(value, grown(value.length, coordinate));
      held = Arrays.copyOf(held, 2 * value.length);
    }
  }

  /** Half as much again, so that growth costs a constant an element. */
  private static int grown(int length, int index) {
    return Math.max(index + 1, (int) Math.min(Integer.MAX_VALUE - 8, length + (length >> 1) + 1L));
  }
}
