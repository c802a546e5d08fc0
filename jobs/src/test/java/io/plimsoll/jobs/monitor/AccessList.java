package io.plimsoll.jobs.monitor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of {@code flink-conf/acls.txt}, as the file has them. */
final class AccessList {

  private static final Path FILE = Path.of("..", "flink-conf", "acls.txt");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private AccessList() {}

  /** The lines under a heading of the file. */
  static List<AclBinding> under(String heading) throws IOException {
    List<AclBinding> found = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("## ")) {
        inside = line.substring(3).equals(heading);
      } else if (inside && !line.isBlank() && !line.startsWith("#")) {
        found.add(binding(line));
      }
    }
    return found;
  }

  /** All of them. */
  static List<AclBinding> all() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(AccessList::binding)
        .toList();
  }

  private static AclBinding binding(String line) {
    String[] words = line.split(" ", -1);
    String principal = "";
    AclOperation operation = AclOperation.UNKNOWN;
    ResourceType type = ResourceType.UNKNOWN;
    String name = "";
    PatternType pattern = PatternType.LITERAL;
    for (int i = 0; i < words.length; i += 2) {
      String value = words[i + 1];
      switch (words[i]) {
        case "--allow-principal" -> principal = value;
        case "--operation" -> operation = AclOperation.fromString(value);
        case "--resource-pattern-type" ->
            pattern = PatternType.fromString(value.toUpperCase(Locale.ROOT));
        default -> {
          type = ResourceType.fromString(words[i].substring(2).replace('-', '_'));
          name = value;
        }
      }
    }
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
  }

  /** Lets exactly these be, and returns when the broker and its controller go by them. */
  static void set(LocalBroker broker, Collection<AclBinding> wanted) throws Exception {
    Admin admin = broker.admin();
    Set<AclBinding> there = there(admin);
    Set<AclBinding> gone = new HashSet<>(there);
    gone.removeAll(wanted);
    Set<AclBinding> made = new HashSet<>(wanted);
    made.removeAll(there);
    admin.deleteAcls(gone.stream().map(AclBinding::toFilter).toList()).all().get();
    admin.createAcls(made).all().get();
    try (Admin controller = broker.controller()) {
      for (Admin each : List.of(admin, controller)) {
        await("rights").atMost(PATIENCE).until(() -> there(each).equals(Set.copyOf(wanted)));
      }
    }
  }

  private static Set<AclBinding> there(Admin admin) throws Exception {
    return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }
}
