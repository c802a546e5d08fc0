package io.plimsoll.benchmarks.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that the documents state, in one go. */
public final class Suite {

  private static final Logger LOG = LoggerFactory.getLogger(Suite.class);

  private final Size size;
  private final Catalogue catalogue;
  private final Runs runs;
  private final Results results;

  /** A suite of a size, whose engines' runs come from a source. */
  public Suite(Size size, Runs runs, Results results) {
    this.size = size;
    this.catalogue = new Catalogue(size);
    this.runs = new SharedRuns(runs);
    this.results = results;
  }

  /**
   * Runs parts, in their own order. A part that fails does not keep the others, which may take an
   * hour, from their turn.
   *
   * @return whether all ran, and all events that had to agree did
   */
  public boolean run(Collection<PartName> parts) {
    boolean good = true;
    for (PartName name : PartName.values()) {
      if (parts.contains(name)) {
        good &= run(name);
      }
    }
    return good;
  }

  private boolean run(PartName name) {
    Instant start = Instant.now();
    results.progress(
        String.format(
            Locale.ROOT,
            "== %s (about %d minutes at full size)",
            name.optionValue(),
            name.minutes()));
    try {
      boolean agreed = part(name).run(results);
      results.progress(
          String.format(
              Locale.ROOT,
              "== %s took %d s%s",
              name.optionValue(),
              Duration.between(start, Instant.now()).toSeconds(),
              agreed ? "" : "; EVENTS DIFFER"));
      return agreed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      LOG.error("{} failed", name.optionValue(), e);
      results.progress("== " + name.optionValue() + " FAILED: " + e.getMessage());
      return false;
    }
  }

  private Part part(PartName name) {
    return switch (name) {
      case WATCH -> new EnginesPart(name, catalogue.engines(), 1, false, runs);
      case SCALE -> new ScalePart(catalogue.scale(), runs);
      case TEN_MILLION -> new EnginesPart(name, catalogue.tenMillion(), 1, false, runs);
      case HEAP -> new EnginesPart(name, catalogue.heap(), 1, false, runs);
      case PIPELINE -> PipelinePart.of(size);
      case CRASH ->
          new EnginesPart(name, catalogue.crash(), size.runs(Catalogue.MEASUREMENTS), true, runs);
      case MICRO -> new MicroPart(size);
    };
  }
}
