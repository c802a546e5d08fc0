package io.plimsoll.jobs.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Asks a Prometheus by its HTTP API. */
public final class PrometheusQueries {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstalledServer prometheus;

  public PrometheusQueries(InstalledServer prometheus) {
    this.prometheus = prometheus;
  }

  /** The series that a query yields now; one that is not understood is an error with its reason. */
  public JsonNode series(String query) throws IOException, InterruptedException {
    JsonNode answer =
        JSON.readTree(
            prometheus.get(
                "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    if (!answer.path("status").asText().equals("success")) {
      throw new IOException(query + ": " + answer.path("error").asText());
    }
    return answer.path("data").path("result");
  }

  /** Names of the alerts that fire. */
  public Set<String> firing() throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    for (JsonNode alert :
        JSON.readTree(prometheus.get("/api/v1/alerts")).path("data").path("alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        names.add(alert.path("labels").path("alertname").asText());
      }
    }
    return names;
  }
}
