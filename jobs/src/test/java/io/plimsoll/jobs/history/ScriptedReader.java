package io.plimsoll.jobs.history;

import io.plimsoll.jobs.market.Intake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** A reader of either phase that answers polls as it was told, and notes what it is told. */
final class ScriptedReader implements SourceReader<Intake, Part> {

  private final String name;
  private final Recorder recorder;
  private final Deque<InputStatus> answers = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private final CompletableFuture<Void> available = new CompletableFuture<>();

  ScriptedReader(String name, Recorder recorder) {
    this.name = name;
    this.recorder = recorder;
  }

  /** The next answers; nothing is available after them. */
  ScriptedReader answering(InputStatus... statuses) {
    answers.addAll(Arrays.asList(statuses));
    return this;
  }

  @Override
  public void start() {
    recorder.note(name + " started");
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Intake> output) {
    recorder.note(name + " polled");
    return answers.isEmpty() ? InputStatus.NOTHING_AVAILABLE : answers.poll();
  }

  @Override
  public List<Part> snapshotState(long checkpoint) {
    return parts;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<Part> splits) {
    recorder.note(name + " given " + splits.stream().map(Part::splitId).toList());
    parts.addAll(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    recorder.note(name + " given no more");
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    recorder.note(name + " told " + event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    recorder.note(name + " told of checkpoint " + checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) {
    recorder.note(name + " told of no checkpoint " + checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    recorder.note(name + " paused " + pause + ", resumed " + resume);
  }

  @Override
  public void close() {
    recorder.note(name + " closed");
  }
}
