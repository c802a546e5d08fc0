package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.alerting.AlertFiles;
import io.plimsoll.jobs.cli.CommandLineRun;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Commands of users of a secured broker, each with its secrets in a file, and a small history. */
final class SecuredCommands {

  /** How many the history has, of which one is of an asset that nobody knows. */
  static final long RECORDS = 6;

  private static final long T = 1_583_020_800_000L;

  private final Path directory;
  private final SecuredBroker broker;

  /** Writes a history in which one account is called and then liquidatable. */
  SecuredCommands(Path directory, SecuredBroker broker) throws Exception {
    this.directory = directory;
    this.broker = broker;
    Files.createDirectories(data());
    write("parameters.yaml", "assets:", "  ETH: {liquidationThreshold: 0.8}", "  USDC: {}");
    write(
        "quotes.csv",
        "timestamp,asset,price",
        T + ",ETH,200",
        T + ",USDC,1",
        (T + 60_000) + ",ETH,110",
        (T + 60_000) + ",XYZ,1");
    write(
        "positions.csv",
        "timestamp,account,asset,kind,amount",
        T + ",alice,ETH,COLLATERAL,1",
        T + ",alice,USDC,DEBT,100");
  }

  private void write(String name, String... lines) throws Exception {
    Files.write(data().resolve(name), List.of(lines));
  }

  private Path data() {
    return directory.resolve("history");
  }

  CommandLineRun feed() throws Exception {
    return run("feed", feedArguments());
  }

  CommandLineRun feedCreating() throws Exception {
    List<String> arguments = new ArrayList<>(feedArguments());
    String topics = Path.of("..", "flink-conf", "topics.yaml").toString();
    arguments.addAll(List.of("--create-topics", "--topics", topics));
    return run("feed", arguments);
  }

  List<String> feedArguments() {
    return List.of("feed", "--data", data().toString());
  }

  CommandLineRun monitor(String... more) throws Exception {
    return run("monitor", monitorArguments(more));
  }

  List<String> monitorArguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("monitor", "--until", "latest"));
    arguments.addAll(List.of("--parameters", parameters()));
    arguments.addAll(List.of("-D", "restart-strategy.type=none")); // what fails is to be seen
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  String parameters() {
    return data().resolve("parameters.yaml").toString();
  }

  CommandLineRun events(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("events"));
    arguments.addAll(Arrays.asList(more));
    return run("events", arguments);
  }

  /** The alerts, which run on if nothing is wrong. */
  CommandLineRun alerts(String... more) throws Exception {
    Path routes = new AlertFiles(directory).write("http://127.0.0.1:9", "desk");
    List<String> arguments = new ArrayList<>(List.of("alerts", "--routes", routes.toString()));
    arguments.addAll(Arrays.asList(more));
    return run("alerts", arguments);
  }

  CommandLineRun digest(String id) throws Exception {
    return run("digest", List.of("digest", id));
  }

  private CommandLineRun run(String user, List<String> arguments) throws Exception {
    return run(SecuredBroker.Identity.GOOD, broker.client(user), arguments.toArray(String[]::new));
  }

  /** A command with a client's properties in a file of their own. */
  CommandLineRun run(SecuredBroker.Identity at, Map<String, String> client, String... arguments)
      throws Exception {
    return run(broker.servers(at), client, arguments);
  }

  /** The same at any address. */
  CommandLineRun run(String servers, Map<String, String> client, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments[0]));
    all.addAll(List.of("-D", "plimsoll.kafka.start-timeout=30s"));
    all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    all.addAll(List.of("--bootstrap-servers", servers));
    all.addAll(List.of("-D", "plimsoll.kafka.properties-file=" + secrets(client)));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  /** Writes a client's properties to a file. */
  Path secrets(Map<String, String> client) throws Exception {
    Path file = Files.createTempFile(directory, "client", ".properties");
    Properties properties = new Properties();
    properties.putAll(client);
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }
}
