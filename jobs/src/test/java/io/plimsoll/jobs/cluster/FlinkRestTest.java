package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.plimsoll.jobs.rest.RestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flink's REST interface, played by a server on the loopback with answers as Flink gives them. */
class FlinkRestTest {

  private HttpServer server;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void aJobManagerThatAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void thatEnds() {
    server.stop(0);
  }

  private void answers(String path, int status, String json) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private FlinkRest rest(int... deadPorts) {
    List<URI> addresses = new ArrayList<>();
    for (int port : deadPorts) {
      addresses.add(URI.create("http://localhost:" + port));
    }
    addresses.add(URI.create("http://localhost:" + server.getAddress().getPort()));
    return new FlinkRest(new RestClient(addresses, HttpClient.newHttpClient()));
  }

  @Test
  void asksTheNextJobManagerWhenOneIsSilent() throws IOException {
    answers("/overview", 200, "{\"taskmanagers\":2,\"slots-available\":3}");
    FlinkRest rest = rest(Ports.free(1).get(0));
    assertThat(rest.taskManagers()).isEqualTo(2);
    assertThat(rest.freeSlots()).isEqualTo(3);
  }

  @Test
  void takesARefusalForAnAnswer() {
    answers("/jobs/none", 404, "{\"errors\":[\"Job none not found\"]}");
    assertThatThrownBy(() -> rest().state("none"))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("404", "Job none not found");
    assertThat(asked).hasSize(1);
  }

  @Test
  void takesARedirectionForTlsThatIsAskedFor() {
    answers("/overview", 301, "");
    assertThatThrownBy(() -> rest().taskManagers())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("/overview: 301: it speaks TLS; see security.ssl.rest");
  }

  @Test
  void knowsWhichJobsAreOver() throws IOException {
    answers(
        "/jobs/overview",
        200,
        """
        {"jobs":[{"jid":"a","name":"plimsoll monitor","state":"RUNNING"},
                 {"jid":"b","name":"plimsoll monitor","state":"CANCELED"},
                 {"jid":"c","name":"plimsoll monitor","state":"RESTARTING"},
                 {"jid":"d","name":"plimsoll monitor","state":"SUSPENDED"}]}
        """);
    assertThat(rest().jobs().stream().filter(FlinkRest.Job::isOver).map(FlinkRest.Job::id))
        .containsExactly("b");
  }

  @Test
  void endsAJobWithASavepointAndTellsWhereItIs() throws IOException {
    answers("/jobs/a/stop", 202, "{\"request-id\":\"r\"}");
    answers(
        "/jobs/a/savepoints/r",
        200,
        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"location\":\"file:/s\"}}");
    assertThat(rest().stop("a", Path.of("/s"), Duration.ofSeconds(30))).isEqualTo("file:/s");
    assertThat(asked).containsExactly("POST /jobs/a/stop", "GET /jobs/a/savepoints/r");
  }

  @Test
  void tellsWhyThereIsNoSavepoint() {
    answers("/jobs/a/savepoints", 202, "{\"request-id\":\"r\"}");
    answers(
        "/jobs/a/savepoints/r",
        200,
        "{\"status\":{\"id\":\"COMPLETED\"},"
            + "\"operation\":{\"failure-cause\":{\"stack-trace\":\"not all tasks run\"}}}");
    assertThatThrownBy(() -> rest().savepoint("a", Path.of("/s"), Duration.ofSeconds(30)))
        .hasMessageContainingAll("job a", "not all tasks run");
  }

  @Test
  void tellsTheInnermostCauseOfAFailure() throws IOException {
    answers(
        "/jobs/a/exceptions",
        200,
        "{\"exceptionHistory\":{\"entries\":[{\"stacktrace\":"
            + "\"Outer: gone\\n\\tat some.Place\\nCaused by: Inner: no such topic\\n\\tat it\"}]}}");
    assertThat(rest().failure("a")).isEqualTo("Caused by: Inner: no such topic");
  }
}
