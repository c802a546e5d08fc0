package io.plimsoll.jobs.demo;

import io.plimsoll.jobs.demo.Timetable.Span;

/**
 * The three oracles, each with its own second of the minute, its own reach and its own weaknesses.
 */
enum QuoteSource {
  /** Reports all assets and a confidence; loses LINK in the second leg. */
  ALPHA("alpha", 0, true),
  /**
   * Reports all assets and a confidence; silent for ETH and SOL near the bottom, stuck for LINK.
   */
  BETA("beta", 20, true),
  /** Reports the large ones without a confidence; far behind in the first leg. */
  GAMMA("gamma", 40, false);

  private static final Span BEHIND = new Span(Timetable.FIRST_LEG + 12, Timetable.FIRST_LEG + 80);
  private static final int MINUTES_BEHIND = 9;
  private static final Span SILENT = new Span(2_440, 2_476);
  private static final Span STUCK = new Span(Timetable.SECOND_LEG + 10, Timetable.SECOND_LEG + 45);

  /** Over three hours, with the bottom in the middle of them. */
  private static final Span BLIND = new Span(Timetable.SECOND_LEG + 5, 2_600);

  private final String text;
  private final int second;
  private final boolean confident;

  QuoteSource(String text, int second, boolean confident) {
    this.text = text;
    this.second = second;
    this.confident = confident;
  }

  /** As the files name it. */
  String text() {
    return text;
  }

  int second() {
    return second;
  }

  boolean tellsConfidence() {
    return confident;
  }

  boolean speaksOf(DemoAsset asset, double minute) {
    return covers(asset)
        && !(asset == DemoAsset.AVAX && BLIND.contains(minute))
        && !(this == ALPHA && asset == DemoAsset.LINK && STUCK.contains(minute))
        && !(this == BETA
            && (asset == DemoAsset.ETH || asset == DemoAsset.SOL)
            && SILENT.contains(minute));
  }

  private boolean covers(DemoAsset asset) {
    return switch (asset) {
      case AVAX, USDC, DAI -> this != GAMMA;
      default -> true;
    };
  }

  /** The minute whose price it tells at a minute. */
  double sees(DemoAsset asset, double minute) {
    if (this == GAMMA && BEHIND.contains(minute)) {
      return minute - MINUTES_BEHIND;
    }
    if (this == BETA && asset == DemoAsset.LINK && STUCK.contains(minute)) {
      return STUCK.from();
    }
    return minute;
  }
}
