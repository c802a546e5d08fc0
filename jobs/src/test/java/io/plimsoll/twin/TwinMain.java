package io.plimsoll.twin;

import java.io.IOException;
import java.nio.file.Path;

/** Evaluates a case directory: {@code TwinMain DIR OUT [latenessMs]}. */
public final class TwinMain {
  private TwinMain() {}

  /** Reads {@code DIR} and writes the JSON lines to {@code OUT}. */
  public static void main(String[] arguments) throws IOException {
    TwinMarket market = TwinMarket.read(Path.of(arguments[0]));
    long lateness = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
    NaiveTwin.evaluate(market, lateness).write(Path.of(arguments[1]));
  }
}
