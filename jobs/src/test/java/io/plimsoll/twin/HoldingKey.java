package io.plimsoll.twin;

import java.util.Comparator;

/** A holding's identity; ordered by asset, then venue, then kind, as ties are decided. */
record HoldingKey(String account, String venue, String asset, Kind kind)
    implements Comparable<HoldingKey> {
  private static final Comparator<HoldingKey> ORDER =
      Comparator.comparing(HoldingKey::account, CodePoints.ORDER)
          .thenComparing(HoldingKey::asset, CodePoints.ORDER)
          .thenComparing(HoldingKey::venue, CodePoints.ORDER)
          .thenComparing(HoldingKey::kind);

  @Override
  public int compareTo(HoldingKey other) {
    return ORDER.compare(this, other);
  }
}
