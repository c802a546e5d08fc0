package io.plimsoll.benchmarks.soak;

import java.util.Map;

/**
 * What was seen at one moment.
 *
 * @param minute since the load began
 * @param values of the series that were told
 */
record Sample(double minute, Map<Series, Double> values) {

  Sample {
    values = Map.copyOf(values);
  }
}
