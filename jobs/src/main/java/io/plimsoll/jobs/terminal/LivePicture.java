package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.StateLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows a run on standard error from {@link #follow} to {@link #close}, on a thread of its own.
 * Whatever goes wrong with it, the run goes on.
 */
public final class LivePicture implements AutoCloseable {

  private static final long REDRAW_EVERY_MS = 200;
  private static final long PLAIN_LINE_EVERY_MS = 3_000;

  private final JsonLinesFile<EventLine> events;
  private final JsonLinesFile<StateLine> states;
  private final MarketView market = new MarketView();
  private final Expected expected;
  private final Terminal terminal;
  private final PrintStream out;
  private final Screen screen;
  private final Thread thread;
  private final CountDownLatch over = new CountDownLatch(1);
  private String lastLine = "";

  private LivePicture(
      OutputDirectory output, Expected expected, Terminal terminal, PrintStream out) {
    events = new JsonLinesFile<>(output.inProgress(OutputDirectory.MARGIN_EVENTS), EventLine::read);
    states = new JsonLinesFile<>(output.inProgress(OutputDirectory.ASSET_STATES), StateLine::read);
    this.expected = expected;
    this.terminal = terminal;
    this.out = out;
    screen = new Screen(out);
    thread = new Thread(this::run, "live-picture");
    thread.setDaemon(true);
  }

  /** Begins to follow the files that the run leaves in this directory. */
  public static LivePicture follow(OutputDirectory output, Expected expected) {
    // Blocks want UTF-8, whatever the platform's own encoding is.
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    return follow(output, expected, Terminal.detect(), err);
  }

  static LivePicture follow(
      OutputDirectory output, Expected expected, Terminal terminal, PrintStream out) {
    LivePicture picture = new LivePicture(output, expected, terminal, out);
    picture.thread.start();
    return picture;
  }

  /** Draws once more, with all there is to read; call it before the files are published. */
  @Override
  public void close() {
    // Not an interrupt: it would close the file under the reader.
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        read();
        draw();
      } while (!over.await(pauseMs(), TimeUnit.MILLISECONDS));
      for (long before = -1; before != market.rows(); ) {
        before = market.rows();
        read();
      }
      draw();
    } catch (IOException | RuntimeException e) {
      out.println("no picture any more: " + e.getMessage());
      out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws IOException {
    states.readNew(market::show);
    events.readNew(market::show);
  }

  private void draw() {
    if (terminal.redraws()) {
      screen.draw(Picture.of(market, expected, terminal));
      return;
    }
    String line = Picture.inOneLine(market, expected);
    if (!line.equals(lastLine)) {
      lastLine = line;
      out.println(line);
      out.flush();
    }
  }

  private long pauseMs() {
    return terminal.redraws() ? REDRAW_EVERY_MS : PLAIN_LINE_EVERY_MS;
  }
}
