package io.plimsoll.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/** The records that stand in topics by themselves, and Avro's leave to load their classes. */
public final class Contract {

  /**
   * One per topic, and the heartbeat, which stands in every input topic; every other type of the
   * contract is part of one of them.
   */
  public static final List<Schema> RECORDS =
      List.of(
          Quote.getClassSchema(),
          IndexReading.getClassSchema(),
          VenueReading.getClassSchema(),
          AssetParameters.getClassSchema(),
          AccountSettings.getClassSchema(),
          PositionUpdate.getClassSchema(),
          Heartbeat.getClassSchema(),
          AssetState.getClassSchema(),
          MarginEvent.getClassSchema(),
          RefusedRecord.getClassSchema());

  private Contract() {}

  /**
   * Lets Avro load the classes of the contract, and no others, in addition to those it may load
   * already. Needed once in every JVM that reads, writes or builds records: since 1.12.2 Avro
   * refuses to load a class by the name in a schema ("Forbidden …") unless it was told to trust it.
   *
   * <p>Told here by name, not by class, so that a class loader of a finished job is not kept alive.
   * To be called as often as one likes.
   */
  public static synchronized void trust() {
    ClassSecurityValidator.ClassSecurityPredicate present = ClassSecurityValidator.getGlobal();
    if (present.isTrusted(MarginEvent.class)) {
      return;
    }
    Set<String> names = new TreeSet<>();
    RECORDS.forEach(schema -> collect(schema, names));
    ClassSecurityValidator.Builder ours = ClassSecurityValidator.builder();
    names.forEach(ours::add);
    ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(present, ours.build()));
  }

  private static void collect(Schema schema, Set<String> names) {
    switch (schema.getType()) {
      case RECORD -> {
        if (names.add(schema.getFullName())) {
          schema.getFields().forEach(field -> collect(field.schema(), names));
        }
      }
      case ENUM -> names.add(schema.getFullName());
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, names));
      case ARRAY -> collect(schema.getElementType(), names);
      case MAP -> collect(schema.getValueType(), names);
      default -> {
        // Nothing else has a class of its own.
      }
    }
  }
}
