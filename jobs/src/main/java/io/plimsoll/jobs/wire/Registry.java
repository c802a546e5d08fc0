package io.plimsoll.jobs.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema registry that speaks Confluent's API. What it said is remembered, by id. Not
 * thread-safe.
 */
final class Registry {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";

  /** One for all partitions: each client has a thread of its own. */
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private static final JsonFactory JSON = new JsonFactory();

  private final String url;
  private final Map<Integer, Schema> schemas = new HashMap<>();

  Registry(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * The schema of an id; none when the registry has none, or none of Avro's.
   *
   * @throws UncheckedIOException when the registry does not answer: that is not the record's fault
   */
  Optional<Schema> schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    HttpResponse<String> answer = send(request("/schemas/ids/" + id).GET().build());
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    try {
      Schema schema = new Schema.Parser().parse(field(answer, "schema"));
      schemas.put(id, schema);
      return Optional.of(schema);
    } catch (AvroRuntimeException noAvro) {
      return Optional.empty();
    }
  }

  /**
   * The id of a schema, which is registered under a subject if need be.
   *
   * @throws UncheckedIOException when the registry does not answer, or does not take it
   */
  int register(String subject, Schema schema) {
    HttpRequest request =
        request("/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions")
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body(schema)))
            .build();
    String id = field(send(request), "id");
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw failed("the id of " + subject + " is no number: " + id, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).header("Accept", TYPE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw failed("does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", e);
    }
  }

  /** A field of the top object of an answer. */
  private String field(HttpResponse<String> answer, String name) {
    if (answer.statusCode() != OK) {
      throw failed(
          "answers " + answer.statusCode() + " to " + answer.request().uri().getPath(), null);
    }
    try (JsonParser json = JSON.createParser(answer.body())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          if (field.equals(name)) {
            return json.getText();
          }
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw failed("answers what is no JSON", e);
    }
    throw failed("answers without " + name, null);
  }

  private static String body(Schema schema) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("schema", schema.toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }

  private UncheckedIOException failed(String what, Exception cause) {
    return new UncheckedIOException(new IOException("schema registry " + url + ": " + what, cause));
  }
}
