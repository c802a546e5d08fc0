package io.plimsoll.jobs.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema registry that speaks Confluent's API. A schema that it has said is remembered, by id,
 * and for a moment that it has none. Not thread-safe.
 */
final class Registry {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** Of a registry that is asked for an id that it does not have; a wrong address has another. */
  private static final String NO_SCHEMA = "40403";

  private static final String AVRO = "AVRO";

  private static final JsonFactory JSON = new JsonFactory();

  private final RegistryClient client;
  private final UnknownIds unknown;
  private final Map<Integer, Schema> schemas = new HashMap<>();

  Registry(RegistryAddress address) {
    this(address, Patience.USUAL, System::nanoTime);
  }

  Registry(RegistryAddress address, Patience patience, LongSupplier nanoTime) {
    this.client = new RegistryClient(address, patience);
    this.unknown = new UnknownIds(nanoTime);
  }

  /**
   * The schema of an id; none when the registry has none, or none of Avro's.
   *
   * @throws RegistryException when the registry does not answer, or not as a registry: that is not
   *     the record's fault
   */
  Optional<Schema> schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    if (unknown.contains(id)) {
      return Optional.empty();
    }
    Optional<Schema> told = ask(id);
    told.ifPresentOrElse(schema -> schemas.put(id, schema), () -> unknown.add(id));
    return told;
  }

  private Optional<Schema> ask(int id) {
    String path = "/schemas/ids/" + id;
    RegistryAnswer answer = client.get(path);
    if (answer.status() == NOT_FOUND
        && answer.field("error_code").filter(NO_SCHEMA::equals).isPresent()) {
      return Optional.empty();
    }
    String schema = required(answer, path, "schema");
    if (!answer.field("schemaType").orElse(AVRO).equals(AVRO)) {
      return Optional.empty(); // some of JSON's would pass for Avro's
    }
    try {
      return Optional.of(new Schema.Parser().parse(schema));
    } catch (AvroRuntimeException noAvro) {
      return Optional.empty();
    }
  }

  /**
   * The id of a schema, which is registered under a subject if need be.
   *
   * @throws RegistryException when the registry does not answer, or does not take it
   */
  int register(String subject, Schema schema) {
    String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    RegistryAnswer answer = client.post(path, body(schema));
    if (answer.status() == CONFLICT) {
      throw client.failed(
          "subject "
              + subject
              + " does not take "
              + schema.getFullName()
              + ", which its compatibility rule forbids ("
              + answer
              + ')');
    }
    String id = required(answer, path, "id");
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw client.failed("the id of " + subject + " is no number: " + id);
    }
  }

  private String required(RegistryAnswer answer, String path, String field) {
    if (answer.status() != OK) {
      throw client.failed(
          "answers "
              + answer
              + " to "
              + path
              + ", as no registry does; allowed is the base address of Confluent's API");
    }
    return answer
        .field(field)
        .orElseThrow(() -> client.failed("answers without " + field + " to " + path));
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
}
