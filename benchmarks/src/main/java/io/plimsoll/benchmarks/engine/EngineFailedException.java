package io.plimsoll.benchmarks.engine;

/** An engine's process ended without a result; what went wrong it has said itself. */
public final class EngineFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineFailedException(EngineName engine, int code) {
    super(engine.optionValue() + " ended with exit code " + code);
  }
}
