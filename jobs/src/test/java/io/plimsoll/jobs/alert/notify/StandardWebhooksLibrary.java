package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.operations.InstalledProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The library of Standard Webhooks' authors for JavaScript, where it is installed: {@code npm
 * install --prefix jobs/target/npm standardwebhooks}. It verifies what was sent as a receiver
 * would.
 */
public final class StandardWebhooksLibrary {

  private static final Path MODULES = Path.of("target", "npm", "node_modules");
  private static final List<String> SIGNED =
      List.of("webhook-id", "webhook-timestamp", "webhook-signature");

  /** For each request the id of the event if the library takes its signature, else its error. */
  private static final String VERIFY =
      """
      const { Webhook } = require(process.argv[1] + "/standardwebhooks");
      const fs = require("fs");
      for (const line of fs.readFileSync(process.argv[2], "utf8").split("\\n")) {
        const request = JSON.parse(line);
        // It refuses what is minutes old: it is asked as of when the request was made.
        Date.now = () => 1000 * request.headers["webhook-timestamp"];
        try {
          console.log(new Webhook(request.secret).verify(request.body, request.headers).id);
        } catch (e) {
          console.log(e.message);
        }
      }
      """;

  private final Path directory;

  /** The library; a test is skipped where it is not installed. */
  public StandardWebhooksLibrary(Path directory) {
    assumeTrue(
        Files.isDirectory(MODULES.resolve("standardwebhooks")),
        "npm's standardwebhooks is not installed in " + MODULES.getParent());
    this.directory = directory;
  }

  /** What it says of each request, in their order: the id of the event, or why it is not. */
  public List<String> verified(String secret, List<Receiver.Request> requests) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Receiver.Request request : requests) {
      lines.add(
          new ObjectMapper()
              .writeValueAsString(
                  Map.of("secret", secret, "body", request.body(), "headers", headers(request))));
    }
    Path file = Files.writeString(directory.resolve("requests"), String.join("\n", lines));
    InstalledProgram.Result result =
        InstalledProgram.named("node", "nodejs")
            .run("-e", VERIFY, MODULES.toAbsolutePath().toString(), file.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output().lines().toList();
  }

  private static Map<String, String> headers(Receiver.Request request) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : SIGNED) {
      headers.put(name, request.header(name));
    }
    return headers;
  }
}
