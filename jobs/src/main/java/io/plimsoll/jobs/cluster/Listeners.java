package io.plimsoll.jobs.cluster;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The listeners of a broker's configuration: one for clients, one for the controller. */
record Listeners(Map<String, String> properties) {

  private static final Pattern LISTENER = Pattern.compile("([\\w-]+)://([^:,]*):(\\d+)");
  private static final String KEY = "listeners";
  private static final String VOTERS = "controller.quorum.voters";

  private String controllerName() {
    return properties.getOrDefault("controller.listener.names", "CONTROLLER");
  }

  private MatchResult one(boolean controller) {
    List<MatchResult> all = LISTENER.matcher(properties.getOrDefault(KEY, "")).results().toList();
    return all.stream()
        .filter(listener -> listener.group(1).equals(controllerName()) == controller)
        .findFirst()
        .orElseThrow(
            () ->
                new ClusterException(
                    "server.properties: "
                        + KEY
                        + " lacks one for "
                        + (controller ? "the controller" : "clients")
                        + "; allowed is NAME://host:port,CONTROLLER://host:port"));
  }

  int clientPort() {
    return Integer.parseInt(one(false).group(3));
  }

  int controllerPort() {
    return Integer.parseInt(one(true).group(3));
  }

  /** The host that clients are told. */
  String clientHost() {
    return one(false).group(2);
  }

  /** What is filled in for other ports; names and hosts stay. */
  Map<String, String> with(int clientPort, int controllerPort) {
    ToIntFunction<MatchResult> port =
        listener -> listener.group(1).equals(controllerName()) ? controllerPort : clientPort;
    String listeners =
        LISTENER
            .matcher(properties.getOrDefault(KEY, ""))
            .replaceAll(
                listener ->
                    listener.group(1)
                        + "://"
                        + listener.group(2)
                        + ":"
                        + port.applyAsInt(listener));
    String voters = properties.getOrDefault(VOTERS, "").replaceAll(":\\d+", ":" + controllerPort);
    return Map.of(KEY, listeners, VOTERS, voters);
  }
}
