package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.engine.EngineName;
import io.plimsoll.jobs.cli.BadArgumentException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the engines, for the help. */
final class EngineCandidates implements Iterable<String> {

  static final List<String> LIST =
      Arrays.stream(EngineName.values()).map(EngineName::optionValue).toList();

  /** Engines without repetition, the wheel first if it is among them, all known. */
  static List<String> inOrder(List<String> engines) {
    Set<String> names = new LinkedHashSet<>();
    if (engines.contains(EngineName.WHEEL.optionValue())) {
      names.add(EngineName.WHEEL.optionValue());
    }
    names.addAll(engines);
    for (String name : names) {
      if (EngineName.find(name).isEmpty()) {
        throw new BadArgumentException(
            "--engine " + name + " is not known; allowed is " + String.join(", ", LIST));
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Iterator<String> iterator() {
    return LIST.iterator();
  }
}
