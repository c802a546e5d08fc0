package io.plimsoll.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.readback.StateLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers, to whom, and how it deals with pages that do not listen. */
class ConsoleServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TOKEN = "0123456789abcdef-token";
  private static final int MOST = ServedMonitor.MOST;
  private static final int OK = 200;

  @TempDir static Path directory;
  private static ToldMonitor told;

  private final HttpClient client = HttpClient.newHttpClient();
  private ServedMonitor served;

  @BeforeAll
  static void aMonitor() throws IOException {
    told = new ToldMonitor(directory, 100);
  }

  private void serve(Optional<String> token) throws IOException {
    served = new ServedMonitor(told, 3_600_000, 0, token);
    told.bars.forEach(served.monitor::take);
    told.rows.forEach(served.monitor::take);
    told.events.forEach(served.monitor::take);
    served.monitor.catchUp();
  }

  @AfterEach
  void stop() {
    if (served != null) {
      served.close();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  @Test
  void thePageComesWithAllThatItNames() throws Exception {
    serve(Optional.empty());
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(OK);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    List<String> named = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page.body());
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    assertThat(named).hasSizeGreaterThan(10);
    for (String file : named) {
      HttpResponse<String> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(OK);
      assertThat(answer.body()).as(file).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/accounts", "/nothing", "/assets/pictures/dom.js"})
  void everyAnswerHasTheHeadersThatKeepItSafe(String path) throws Exception {
    serve(Optional.empty());
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../console.html",
        "/assets/%2e%2e/log4j.properties",
        "/assets/report/report.js",
        "/assets/",
        "/web/console.html",
        "/api",
        "/api/account/x"
      })
  void whatThePageDoesNotNameIsNotThere(String path) throws Exception {
    serve(Optional.empty());
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void thereIsNothingToBeChanged(String method) throws Exception {
    serve(Optional.empty());
    HttpResponse<String> answer =
        send(request("/api/accounts").method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/accounts?level=WORST",
        "/api/accounts?limit=0",
        "/api/accounts?limit=1001",
        "/api/accounts?limit=99999999999",
        "/api/accounts?limit=x",
        "/api/accounts?lvel=SAFE",
        "/api/accounts?q=a&q=b",
        "/api/account?nme=a"
      })
  void aBadQuestionIsAnsweredInALine(String path) throws Exception {
    serve(Optional.empty());
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("error").asText())
        .contains("allowed is")
        .doesNotContain("\n");
  }

  @Test
  void anAccountIsToldAsTheTerminalTellsIt() throws Exception {
    serve(Optional.empty());
    String name = told.events.get(0).account();
    HttpResponse<String> answer = get("/api/account?name=" + name);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    JsonNode account = JSON.readTree(answer.body());
    assertThat(account.get("account").asText()).isEqualTo(name);
    assertThat(account.at("/parts/0/events")).isNotEmpty();
    HttpResponse<String> nobody = get("/api/account?name=nobody%3Cscript%3E");
    assertThat(nobody.statusCode()).isEqualTo(404);
    assertThat(nobody.body()).contains("nobody of the name nobody").doesNotContain("<");
  }

  /** As a browser would be led here by a name of somebody else's. */
  private String raw(String host, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void byAnotherNameItIsNotHere() throws IOException {
    serve(Optional.empty());
    assertThat(raw("evil.example:" + served.port(), "/api/accounts")).startsWith("HTTP/1.1 421");
    assertThat(raw("localhost.evil.example", "/")).startsWith("HTTP/1.1 421");
    assertThat(raw("localhost:" + served.port(), "/api/accounts")).startsWith("HTTP/1.1 200");
    assertThat(raw("[::1]:8090", "/")).startsWith("HTTP/1.1 200");
    assertThat(raw("127.0.0.1", "/")).startsWith("HTTP/1.1 200");
  }

  @Test
  void withATokenOnlyWhoHasItMayLook() throws Exception {
    serve(Optional.of(TOKEN));
    assertThat(get("/").statusCode()).isEqualTo(401);
    assertThat(get("/").body()).contains("/login").doesNotContain(TOKEN);
    for (String path : new String[] {"/api/stream", "/api/accounts", "/api/account?name=a"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(send(request("/").header("Authorization", "Bearer " + TOKEN)).statusCode())
        .isEqualTo(OK);
    assertThat(send(request("/").header("Authorization", "Bearer " + TOKEN + "x")).statusCode())
        .isEqualTo(401);
    assertThat(send(request("/").header("Cookie", "plimsoll-console=" + TOKEN)).statusCode())
        .isEqualTo(401);
    HttpResponse<String> let = logIn(TOKEN);
    assertThat(let.statusCode()).isEqualTo(303);
    assertThat(let.headers().firstValue("Location")).hasValue("/");
    String cookie = let.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(TOKEN);
    String kept = cookie.substring(0, cookie.indexOf(';'));
    assertThat(send(request("/api/accounts").header("Cookie", "a=b; " + kept)).statusCode())
        .isEqualTo(OK);
    HttpResponse<String> refused = logIn("something else");
    assertThat(refused.headers().firstValue("Location")).hasValue("/#wrong");
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
  }

  private HttpResponse<String> logIn(String token) throws IOException, InterruptedException {
    return send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + token.replace(" ", "+"))));
  }

  /** An open page that reads when it is told to. */
  private final class OpenPage implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    OpenPage() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket
          .getOutputStream()
          .write(
              "GET /api/stream HTTP/1.0\r\nHost: localhost\r\n\r\n" // not in chunks
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The number of the next frame of a kind; frames of the other kind are refused. */
    long next(String kind) throws IOException {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line;
        } else if (line.startsWith("data: ")) {
          assertThat(event).isEqualTo("event: " + kind);
          return JSON.readTree(line.substring("data: ".length())).get("frame").asLong();
        }
      }
      throw new IOException("the stream has ended");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void aPageIsToldAllAndThenWhatIsNew() throws Exception {
    serve(Optional.empty());
    try (OpenPage early = new OpenPage()) {
      await().atMost(PATIENCE).until(() -> served.pages.count() == 1);
      served.beat();
      long first = early.next("all");
      served.beat();
      assertThat(early.next("step")).isEqualTo(first + 1);
      try (OpenPage late = new OpenPage()) {
        await().atMost(PATIENCE).until(() -> served.pages.count() == 2);
        served.beat();
        assertThat(late.next("all")).isEqualTo(first + 2);
        assertThat(early.next("step")).isEqualTo(first + 2);
      }
    }
  }

  @Test
  void aPageThatDoesNotReadIsDroppedAndTheOthersAreNotKeptWaiting() throws Exception {
    serve(Optional.empty());
    try (OpenPage deaf = new OpenPage();
        OpenPage listening = new OpenPage()) {
      await().atMost(PATIENCE).until(() -> served.pages.count() == 2);
      long beats = 0;
      long slowest = 0;
      String kind = "all";
      // Until all that is between the two is full, and then as long as it may be behind.
      while (served.pages.count() == 2) {
        assertThat(beats).as("beats").isLessThan(20_000);
        // What is told is never the same, or nothing of the wire would fill.
        served.monitor.take(
            new StateLine(told.end() + beats * 60_000, told.bars.get(0).asset(), 1, "OK", 1, 1));
        long start = System.nanoTime();
        served.beat();
        slowest = Math.max(slowest, System.nanoTime() - start);
        long unused = listening.next(kind);
        kind = "step";
        beats++;
      }
      assertThat(served.pages.count()).isOne();
      assertThat(Duration.ofNanos(slowest)).isLessThan(PATIENCE);
      served.beat();
      assertThat(listening.next("step")).isPositive();
      assertThat(deaf.lines).isNotNull();
    }
  }

  @Test
  void aHundredPagesAreToldAtOnceAndThereIsAnEnd() throws Exception {
    serve(Optional.empty());
    List<OpenPage> open = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        open.add(new OpenPage());
      }
      await().atMost(PATIENCE).until(() -> served.pages.count() == 100);
      served.beat();
      long frame = open.get(0).next("all");
      for (OpenPage page : open.subList(1, 100)) {
        assertThat(page.next("all")).isEqualTo(frame);
      }
      served.beat();
      for (OpenPage page : open) {
        assertThat(page.next("step")).isEqualTo(frame + 1);
      }
      assertThat(get("/api/accounts").statusCode()).isEqualTo(OK);
      while (open.size() < MOST) {
        open.add(new OpenPage());
      }
      await().atMost(PATIENCE).until(() -> served.pages.count() == MOST);
      assertThat(get("/api/stream").statusCode()).isEqualTo(503);
      open.remove(0).close();
      // That it is gone is seen when it is told something.
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                served.beat();
                return served.pages.count() < MOST;
              });
    } finally {
      for (OpenPage page : open) {
        page.close();
      }
    }
  }
}
