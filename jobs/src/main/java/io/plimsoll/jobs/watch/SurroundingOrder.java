package io.plimsoll.jobs.watch;

import java.util.Comparator;

/** Within an instant: venues before assets, and of a venue's rows the last in file order last. */
final class SurroundingOrder {

  static final Comparator<Surrounding> VENUES_FIRST =
      (a, b) -> {
        if (a instanceof Surrounding.Venue left && b instanceof Surrounding.Venue right) {
          return left.reading().origin().compareTo(right.reading().origin());
        }
        return Boolean.compare(b instanceof Surrounding.Venue, a instanceof Surrounding.Venue);
      };

  private SurroundingOrder() {}
}
