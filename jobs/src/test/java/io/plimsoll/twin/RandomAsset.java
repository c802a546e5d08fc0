package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A generated asset: its parameters as written and the price that its sources try to tell. */
final class RandomAsset {
  /** How an asset behaves. */
  enum Style {
    /** Moves between a few exact binary fractions, so that accounts can sit on boundaries. */
    CALM,
    /** Moves as it likes; its sources disagree, jump and lie. */
    WILD,
    /** Gets its first quote late or never. */
    UNSEEN
  }

  final String name;
  final Style style;
  final List<String> sources = new ArrayList<>();
  final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Until when a source says nothing. */
  final Map<String, Long> silentUntil = new HashMap<>();

  /** The last sequence number of each source. */
  final Map<String, Long> sequences = new HashMap<>();

  final boolean isConfident;
  final double base;
  double price;
  private int sixteenths = 16;

  RandomAsset(String name, Style style, double base, Draw draw) {
    this.name = name;
    this.style = style;
    this.base = base;
    this.price = base;
    this.isConfident = draw.chance(0.4);
    List<String> names = new ArrayList<>(List.of("", "a", "b", "c", "d"));
    int count = style == Style.CALM ? draw.between(1, 2) : draw.between(1, 4);
    for (int i = 0; i < count; i++) {
      sources.add(names.remove(draw.between(0, names.size() - 1)));
    }
  }

  boolean isCalm() {
    return style == Style.CALM;
  }

  String text(String key, String otherwise) {
    return parameters.getOrDefault(key, otherwise).toString();
  }

  double number(String key, String otherwise) {
    return Double.parseDouble(text(key, otherwise));
  }

  Rational exact(String key, String otherwise) {
    return Rational.of(text(key, otherwise));
  }

  String venue() {
    return text("venue", "main");
  }

  long maxAge() {
    return Cells.duration(text("maxAge", "1h"));
  }

  /** Moves the true price on. */
  void move(Draw draw) {
    if (isCalm()) {
      if (base == 1) {
        sixteenths = draw.chance(0.03) ? draw.between(15, 17) : draw.chance(0.3) ? 16 : sixteenths;
      } else {
        int step = draw.chance(0.08) ? draw.between(-4, 4) : draw.between(-1, 1);
        sixteenths = Math.max(12, Math.min(20, sixteenths + step));
      }
      price = base * sixteenths / 16;
      return;
    }
    double volatility = draw.pick(0.002, 0.01, 0.03);
    double jump = draw.chance(0.06) ? draw.pick(-0.25, -0.12, -0.06, 0.06, 0.12) : 0;
    double pull = 0.1 * Math.log(base / price);
    price *= Math.exp(pull + volatility * draw.normal() + jump);
  }

  /** The price that a calm asset would have so many of its steps from now. */
  double priceAfter(int steps) {
    return base == 1 ? 1 : base * Math.max(12, Math.min(20, sixteenths + steps)) / 16;
  }
}
