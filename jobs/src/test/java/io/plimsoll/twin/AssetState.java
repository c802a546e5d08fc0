package io.plimsoll.twin;

import java.util.LinkedHashMap;
import java.util.Map;

/** All numbers that belong to one asset (§§2-5). */
final class AssetState {
  private final String name;
  private final AssetParameters parameters;
  private final Mark mark;
  private final Volatility volatility;
  private final Indices indices;
  private final Coverage coverage;
  private double loadFactor = 1;

  AssetState(String name, AssetParameters parameters, GlobalParameters global, Coverage coverage) {
    this.name = name;
    this.parameters = parameters;
    this.coverage = coverage;
    this.mark = new Mark(parameters, coverage);
    this.volatility = new Volatility(global, parameters.referenceVolatility(), coverage);
    this.indices = new Indices(parameters, coverage);
  }

  String name() {
    return name;
  }

  AssetParameters parameters() {
    return parameters;
  }

  Mark mark() {
    return mark;
  }

  Indices indices() {
    return indices;
  }

  boolean isMarked() {
    return mark.isMarked();
  }

  /** Not to be believed, or not known at all. */
  boolean isDoubtful() {
    return !mark.isOk();
  }

  Rational mid() {
    return Rational.of(mark.mid());
  }

  Rational low() {
    return Rational.of(mark.low());
  }

  Rational high() {
    return Rational.of(mark.high());
  }

  Rational exchangeRate() {
    return Rational.of(indices.exchangeRate());
  }

  Rational borrowIndex() {
    return Rational.of(indices.borrowIndex());
  }

  Rational loadFactor() {
    return Rational.of(loadFactor);
  }

  /** The maintenance margin in force. */
  Rational maintenance() {
    return parameters.maintenanceMax().min(parameters.maintenanceMargin().over(loadFactor()));
  }

  /** Closes a bar: first the volatility, then the load factor (§§3-4). */
  void closeBar(long now, double barHours, double stress) {
    if (mark.isOk()) {
      volatility.close(now, mark.mid());
    }
    double calm =
        1
            - parameters.sensitivity()
                * Math.max(0, volatility.sigma() / parameters.referenceVolatility() - 1);
    double target =
        Math.max(parameters.minLoadFactor(), calm * (1 - parameters.stressSensitivity() * stress));
    double lowest = loadFactor - parameters.tightenPerHour() * barHours;
    double highest = mark.isOk() ? loadFactor + parameters.relaxPerHour() * barHours : loadFactor;
    coverage.hit(target < lowest, "load factor: tightening limited");
    coverage.hit(target > highest && mark.isOk(), "load factor: relaxing limited");
    coverage.hit(target > highest && !mark.isOk(), "load factor: held while not OK");
    coverage.hit(target == parameters.minLoadFactor() && target < 1, "load factor: target gMin");
    coverage.hit(stress > 0 && parameters.stressSensitivity() > 0, "load factor: stressed");
    loadFactor = Math.max(lowest, Math.min(highest, target));
  }

  Map<String, Object> fields(long now) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("instant", now);
    fields.put("asset", name);
    fields.put("mid", mark.mid());
    fields.put("low", mark.low());
    fields.put("high", mark.high());
    fields.put("status", mark.status().name());
    fields.put("volatility", volatility.sigma());
    fields.put("loadFactor", loadFactor);
    return fields;
  }
}
