package io.plimsoll.jobs.history;

import io.plimsoll.jobs.market.Intake;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Notes what a reader says to its output, in order. */
final class Recorder implements ReaderOutput<Intake> {

  private final List<String> said = new ArrayList<>();

  /** What was said since the last time. */
  List<String> said() {
    List<String> all = List.copyOf(said);
    said.clear();
    return all;
  }

  void note(String what) {
    said.add(what);
  }

  @Override
  public void collect(Intake intake) {
    throw new AssertionError("a record without timestamp");
  }

  @Override
  public void collect(Intake intake, long timestamp) {
    note("record " + timestamp);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    note("watermark " + watermark.getTimestamp());
  }

  @Override
  public void markIdle() {
    note("idle");
  }

  @Override
  public void markActive() {
    note("active");
  }

  @Override
  public SourceOutput<Intake> createOutputForSplit(String split) {
    return new OfSplit(split);
  }

  @Override
  public void releaseOutputForSplit(String split) {
    note("released " + split);
  }

  private final class OfSplit implements SourceOutput<Intake> {

    private final String split;

    OfSplit(String split) {
      this.split = split;
    }

    @Override
    public void collect(Intake intake) {
      throw new AssertionError("a record without timestamp");
    }

    @Override
    public void collect(Intake intake, long timestamp) {
      note(split + " record " + timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      note(split + " watermark " + watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      note(split + " idle");
    }

    @Override
    public void markActive() {
      note(split + " active");
    }
  }
}
