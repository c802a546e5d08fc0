package io.plimsoll.benchmarks.suite;

/** One table of the documents. */
@FunctionalInterface
interface Part {

  /** Measures and reports; says whether what had to agree did. */
  boolean run(Results results) throws Exception;
}
