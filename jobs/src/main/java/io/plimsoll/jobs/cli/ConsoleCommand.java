package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.console.Console;
import io.plimsoll.jobs.console.TokenFile;
import io.plimsoll.jobs.monitor.MonitorJob;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.rest.RestAddress;
import io.plimsoll.jobs.rest.RestClient;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll console}. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves a page that shows what a monitor says while it says it: prices, levels, health"
          + " factors, the liquidation map, every account, and how the monitor is.",
      "It reads the monitor's topics and changes nothing. Until it is stopped (Ctrl-C);"
          + " docs/console.md has more."
    })
final class ConsoleCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;
  private static final int MOST_PAGES = 10_000;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "Risk parameters of the monitor.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description =
          "Address to listen on; any but the loopback wants --token-file. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Console.PORT,
      description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with one line: what whoever looks has to say first.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      description = "REST address of the JobManager that runs the monitor, to show how its job is.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--window",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = DurationConverter.class,
      description = "How much of event time is shown. Default: ${DEFAULT-VALUE}.")
  private long windowMs;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "200",
      description = "Pages that may be open at once. Default: ${DEFAULT-VALUE}.")
  private int pages;

  @Mixin private TopicOptions topics = new TopicOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    parameters.ifPresent(file -> topics.tell(MonitorOptions.PARAMETERS, file.toString()));
    InetSocketAddress address = address();
    Configuration configuration = topics.configuration();
    RiskParameters risk = ParameterFile.loadLive(MonitorSettings.parameters(configuration));
    Console.Settings settings =
        new Console.Settings(
            TopicSettings.of(configuration),
            MonitorSettings.maxRecordBytes(configuration),
            window(risk),
            MonitorSettings.closedKeptMs(configuration),
            address,
            tokenFile.map(TokenFile::read),
            number("--pages", pages, 1, MOST_PAGES),
            new Version().getVersion()[0]);
    Map<String, String> cluster = topics.clusterOptions();
    Optional<RestClient> jobManager = target.map(told -> RestAddress.of(told).client(cluster));
    try (Console console = open(settings, risk, jobManager)) {
      console.start();
      PrintWriter out = spec.commandLine().getOut();
      out.println("the console is at http://" + shown(address) + ':' + console.port());
      out.flush();
      awaitEnd();
    }
    return 0;
  }

  private Console open(
      Console.Settings settings, RiskParameters risk, Optional<RestClient> jobManager)
      throws IOException {
    try {
      return new Console(settings, risk, jobManager, MonitorJob.NAME);
    } catch (SocketException e) {
      throw new BadArgumentException(
          "--port "
              + port
              + ": it cannot listen there on "
              + host
              + " ("
              + e.getMessage()
              + "); allowed is a free one, or 0");
    }
  }

  /** Until somebody ends the process. */
  private static void awaitEnd() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private InetSocketAddress address() {
    InetAddress found;
    try {
      found = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new BadArgumentException(
          "--host " + host + " is not known; allowed is a name or number of this machine");
    }
    if (!found.isLoopbackAddress() && tokenFile.isEmpty()) {
      throw new BadArgumentException(
          "--host " + host + " can be reached from elsewhere; allowed is that with --token-file");
    }
    return new InetSocketAddress(found, number("--port", port, 0, MOST_PORT));
  }

  private static String shown(InetSocketAddress address) {
    return address.getAddress().isLoopbackAddress()
        ? "localhost"
        : address.getAddress().isAnyLocalAddress() ? "(any)" : address.getHostString();
  }

  private Duration window(RiskParameters risk) {
    if (windowMs < risk.bars().intervalMs()) {
      throw new BadArgumentException(
          "--window is shorter than a bar; allowed is "
              + risk.bars().intervalMs() / 1_000
              + "s and more");
    }
    return Duration.ofMillis(windowMs);
  }

  private static int number(String option, int told, int least, int most) {
    if (told < least || told > most) {
      throw new BadArgumentException(
          option + " " + told + " is not allowed; allowed is " + least + " to " + most);
    }
    return told;
  }
}
