package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.engine.EngineName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The names of the engines, for the help. */
final class EngineCandidates implements Iterable<String> {

  static final List<String> LIST =
      Arrays.stream(EngineName.values()).map(EngineName::optionValue).toList();

  @Override
  public Iterator<String> iterator() {
    return LIST.iterator();
  }
}
