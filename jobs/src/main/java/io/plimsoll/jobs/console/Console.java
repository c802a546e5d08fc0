package io.plimsoll.jobs.console;

import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.rest.RestClient;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console as a whole: readers, what they have read, and the server that shows it. */
public final class Console implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  /** Where it listens unless another port is told. */
  public static final int PORT = 8090;

  private static final long JOB_SECONDS = 5;

  /**
   * What a console is to be.
   *
   * @param topics of the monitor
   * @param maxRecordBytes longest value that is decoded
   * @param window how much event time is shown
   * @param closedKeptMs how long the monitor remembers closed accounts
   * @param address to listen on; port 0 for any
   * @param token that whoever looks must have; none on loopback
   * @param pages how many may be open
   * @param version of Plimsoll
   */
  public record Settings(
      TopicSettings topics,
      int maxRecordBytes,
      Duration window,
      long closedKeptMs,
      InetSocketAddress address,
      Optional<String> token,
      int pages,
      String version) {}

  private final Pages pages;
  private final Readers readers;
  private final ConsoleServer server;
  private final Frames frames;
  private final Optional<JobWatch> job;
  private final ScheduledExecutorService beats =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "console-beat");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A console that answers, and reads nothing yet.
   *
   * @param jobManagers of the monitor's cluster, if they are known
   * @param jobName what the monitor's job is called
   * @throws io.plimsoll.jobs.kafka.BrokerException when brokers or a topic are not there
   * @throws IOException when it cannot listen there
   */
  public Console(
      Settings settings,
      RiskParameters parameters,
      Optional<RestClient> jobManagers,
      String jobName)
      throws IOException {
    LiveMonitor monitor =
        new LiveMonitor(parameters, settings.window().toMillis(), settings.closedKeptMs());
    pages = new Pages(settings.pages());
    job = jobManagers.map(rest -> new JobWatch(rest, jobName));
    server =
        new ConsoleServer(
            settings.address(), monitor, pages, settings.pages(), new Access(settings.token()));
    readers = open(settings, monitor);
    frames =
        new Frames(
            monitor,
            new Health(readers.all(), job, pages::count),
            settings.topics().brokers().toString(),
            settings.version());
  }

  /** The address is given back when the topics are not there. */
  private Readers open(Settings settings, LiveMonitor monitor) {
    try {
      return new Readers(settings.topics(), settings.maxRecordBytes(), monitor);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Reads, and tells its pages. */
  public void start() {
    readers.start();
    schedule(this::beat, 1);
    job.ifPresent(watch -> schedule(watch::look, JOB_SECONDS));
  }

  private void schedule(Runnable work, long seconds) {
    var unused =
        beats.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                LOG.error("the console goes on without a beat", e); // or there would be no other
              }
            },
            0,
            seconds,
            TimeUnit.SECONDS);
  }

  private void beat() {
    try {
      pages.beat(frames);
    } catch (IOException e) {
      LOG.error("a frame cannot be written", e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    beats.shutdownNow();
    pages.close();
    server.close();
    readers.close();
  }
}
