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
 * Grid#MANTISSA_BITS} bits of the mantissa of a double: between a seventh and a third of a basis
 * point wide at any price. No logarithm is taken, and the order of buckets is that of the values in
 * them.
 *
 * <p><b>Invariant.</b> For each watched account, each of its fall triggers t and the value q of the
 * coordinate: {@code t ≤ q}; for each rise trigger: {@code t ≥ q}. <i>Proof.</i> It holds when the
 * trigger is set, for a trigger on the far side is taken to be q itself. Let q move to q′. If
 * {@code q′ ≥ q} then {@code t ≤ q ≤ q′}. If {@code q′ < q}, all buckets from that of q down to
 * that of q′ are emptied (those before the nearest trigger are empty), and all in them fire. A
 * trigger left lies in another bucket, and by the invariant not above that of q, so below that of
 * q′; buckets are ordered, so {@code t < q′}. Rises are the same, mirrored. A value that is no
 * number fires all there is on its coordinate. ∎
 *
 * <p>So, with slack {@code S = Σ wᵢ·qᵢ + k} and triggers that allow each coordinate to move against
 * the account by δᵢ, {@code Σ |wᵢ|·δᵢ ≤ S}, no account that has not fired has {@code S < 0}.
 *
 * <p><b>Cost.</b> {@link #move}: some nanoseconds where nothing fires; plus one step for each 64
 * buckets passed (or for each page there is, if those are fewer), plus what each account fired had
 * triggers. {@link #watchFall} and {@link #watchRise}: constant. {@link #forget}: one step for each
 * trigger of the account. Nothing stale is ever kept, so nothing has to be swept.
 *
 * <p><b>Memory.</b> 16 bytes a trigger; 4 bytes an account number; 280 bytes for each 64 buckets
 * that are not all empty, so never more than that a trigger, and as much again for some that have
 * become empty; nothing for a price that nobody waits at. Freed room is used again, and not given
 * back.
 *
 * <p>Steady state allocates nothing. Not thread-safe.
 */
public final class PriceWheel {

  private static final int FALL = 0;
  private static final int RISE = 1;

  private final Entries entries = new Entries();
  private final Pages pages = new Pages();

  /** By account: the first of its entries. */
  private int[] own = noEntries(16);

  /** By coordinate. */
  private double[] value = new double[16];

  /**
   * By side: no bucket nearer to the price than this one, its own included, holds a trigger, as far
   * as is known: the way there need not be searched.
   */
  private int[] nearest = new int[32];

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
    int rise = sideOf(coordinate, RISE);
    if (next < from) {
      if (pages.areOf(fall)) {
        int reached = Grid.bucket(next);
        if (reached <= nearest[fall]) {
          empty(fall, reached, nearest[fall], told);
          nearest[fall] = reached - 1;
        }
      }
    } else if (next > from) {
      if (pages.areOf(rise)) {
        int reached = Grid.bucket(next);
        if (reached >= nearest[rise]) {
          empty(rise, nearest[rise], reached, told);
          nearest[rise] = reached + 1;
        }
      }
    } else if (next != from) { // one of them is no number
      empty(fall, Integer.MIN_VALUE, Integer.MAX_VALUE, told);
      empty(rise, Integer.MIN_VALUE, Integer.MAX_VALUE, told);
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
    if (account >= own.length) {
      return;
    }
    int entry = own[account];
    own[account] = Entries.NONE;
    while (entry != Entries.NONE) {
      int sibling = entries.sibling(entry);
      unlink(entry);
      entries.free(entry);
      entry = sibling;
    }
  }

  /** Whether anyone is watched at a coordinate. */
  public boolean isWaitedAt(int coordinate) {
    int fall = sideOf(coordinate, FALL);
    return pages.areOf(fall) || pages.areOf(sideOf(coordinate, RISE));
  }

  /** Accounts fired so far. */
  public long fired() {
    return fired;
  }

  /** Triggers there are. */
  public int entries() {
    return entries.used();
  }

  /** Heap of the structure, bytes, room kept for later included. */
  public long heapBytes() {
    return entries.heapBytes()
        + pages.heapBytes()
        + 4L * own.length
        + 8L * value.length
        + 4L * nearest.length;
  }

  private void add(int account, int side, double trigger) {
    reserveAccount(account);
    int bucket = Grid.bucket(trigger + 0.0);
    boolean first = !pages.areOf(side);
    nearest[side] = first ? bucket : nearer(side, bucket, nearest[side]);
    int page = pages.at(side, bucket >> Pages.BUCKET_BITS);
    int place = Pages.place(page, bucket & Pages.IN_PAGE);
    int entry = entries.take();
    int next = pages.first(place);
    entries.set(entry, account, next, Entries.first(place), own[account]);
    if (next != Entries.NONE) {
      entries.setPrevious(next, entry);
    }
    pages.setFirst(place, entry);
    own[account] = entry;
  }

  private void unlink(int entry) {
    int next = entries.next(entry);
    int previous = entries.previous(entry);
    if (next != Entries.NONE) {
      entries.setPrevious(next, previous);
    }
    if (!Entries.isFirst(previous)) {
      entries.setNext(previous, next);
    } else if (next != Entries.NONE) {
      pages.setFirst(Entries.placeOf(previous), next);
    } else {
      pages.clear(Entries.placeOf(previous));
    }
  }

  /** Empties buckets of a side, ends included. */
  private void empty(int side, int lowest, int highest, IntConsumer told) {
    int first = lowest >> Pages.BUCKET_BITS;
    int last = highest >> Pages.BUCKET_BITS;
    if ((long) last - first > pages.limit()) {
      for (int page = 0; page < pages.limit(); page++) {
        if (pages.side(page) == side && pages.number(page) >= first && pages.number(page) <= last) {
          emptyPage(page, lowest, highest, told);
        }
      }
      return;
    }
    for (int number = first; number <= last; number++) {
      int page = pages.find(side, number);
      if (page != Pages.NONE) {
        emptyPage(page, lowest, highest, told);
      }
    }
  }

  private void emptyPage(int page, int lowest, int highest, IntConsumer told) {
    long base = (long) pages.number(page) << Pages.BUCKET_BITS;
    int from = (int) Math.max(0, lowest - base);
    int to = (int) Math.min(Pages.IN_PAGE, highest - base);
    long range = (-1L << from) & (-1L >>> (Pages.IN_PAGE - to));
    // An account that fires takes its other entries along, which may lie in this page too.
    long due = pages.filled(page) & range;
    while (due != 0) {
      int place = Pages.place(page, Long.numberOfTrailingZeros(due));
      int account = entries.account(pages.first(place));
      forget(account);
      fired++;
      told.accept(account);
      due = pages.filled(page) & range;
    }
  }

  private static int nearer(int side, int a, int b) {
    return (side & 1) == FALL ? Math.max(a, b) : Math.min(a, b);
  }

  private static int sideOf(int coordinate, int direction) {
    return 2 * coordinate + direction;
  }

  private static int[] noEntries(int length) {
    int[] none = new int[length];
    Arrays.fill(none, Entries.NONE);
    return none;
  }

  private void reserveAccount(int account) {
    if (account >= own.length) {
      int before = own.length;
      own = Arrays.copyOf(own, grown(before, account));
      Arrays.fill(own, before, own.length, Entries.NONE);
    }
  }

  private void reserveCoordinate(int coordinate) {
    if (coordinate >= value.length) {
      value = Arrays.copyOf(value, grown(value.length, coordinate));
      nearest = Arrays.copyOf(nearest, 2 * value.length);
    }
  }

  /** Half as much again, so that growth costs a constant an element. */
  private static int grown(int length, int index) {
    return Math.max(index + 1, (int) Math.min(Integer.MAX_VALUE - 8, length + (length >> 1) + 1L));
  }
}
