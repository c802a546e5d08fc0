package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;

/** What Flink's web interface is told of a cluster and of a job. */
final class WebAnswers {

  private final URI address;
  private final String job;

  /** Of a job of the cluster that a client's configuration names. */
  WebAnswers(Configuration client, String job) {
    this.address =
        URI.create(
            "http://" + client.get(RestOptions.ADDRESS) + ':' + client.get(RestOptions.PORT));
    this.job = "/jobs/" + job;
  }

  /** Of the only job that a web interface of this machine has. */
  static WebAnswers ofTheOnlyJob(int port) throws Exception {
    Configuration client = new Configuration();
    client.set(RestOptions.ADDRESS, "localhost");
    client.set(RestOptions.PORT, port);
    String jobs = new WebAnswers(client, "").answer("/jobs");
    return new WebAnswers(client, ids(jobs).get(0));
  }

  /** One of the job's own; the empty path is the job itself. */
  String ofJob(String path) throws Exception {
    return answer(job + path);
  }

  /** All that show configuration, names or failures. */
  List<String> all() throws Exception {
    List<String> answers = new ArrayList<>();
    for (String path : List.of("/jobmanager/config", "/jobmanager/environment", "/config")) {
      answers.add(answer(path));
    }
    for (String path :
        List.of("", "/config", "/plan", "/checkpoints", "/checkpoints/config", "/exceptions")) {
      answers.add(ofJob(path));
    }
    for (String vertex : ids(ofJob(""))) {
      answers.add(ofJob("/vertices/" + vertex));
      answers.add(ofJob("/vertices/" + vertex + "/metrics"));
    }
    return answers;
  }

  private static List<String> ids(String answer) {
    return Pattern.compile("\"id\":\"([0-9a-f]{32})\"")
        .matcher(answer)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private String answer(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
