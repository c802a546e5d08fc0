package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.ParameterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of the file: its keys, each once, and the place of each. */
public final class Section {

  /** What YAML writes for "no value"; quoted, they are text. */
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

  /** More names than this help nobody. */
  private static final int LISTED = 40;

  private record Entry(Place place, Node node) {}

  private final Place place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Section(Place place) {
    this.place = place;
  }

  /**
   * @param place of the key it stands under
   * @param node what stands there; nothing is a mapping without keys
   * @param allowed what should stand there, in words
   */
  Section(Place place, Node node, String allowed) {
    this(place);
    if (isNothing(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
      throw place.refuse(shown(node), allowed);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      add(tuple.getKeyNode(), tuple.getValueNode());
    }
  }

  /**
   * The mapping at the top of a file.
   *
   * @param allowed what should stand there, in words
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static Section load(Path file, String allowed) {
    return parse(file.toString(), YamlText.read(file), allowed);
  }

  /** The same of a text; an empty one is a mapping without keys. */
  public static Section parse(String file, String yaml, String allowed) {
    Place top = Place.top(file);
    return YamlText.compose(file, yaml)
        .map(node -> new Section(top, node, allowed))
        .orElseGet(() -> new Section(top));
  }

  private void add(Node key, Node value) {
    int line = key.getStartMark().map(Mark::getLine).orElse(0) + 1;
    if (!(key instanceof ScalarNode scalar) || !key.getTag().equals(Tag.STR)) {
      throw new Place(place.file(), line, place.path())
          .refuse("a key that is " + shown(key), "a name");
    }
    Place at = place.below(scalar.getValue(), line);
    Entry first = entries.putIfAbsent(scalar.getValue(), new Entry(at, value));
    if (first != null) {
      throw at.refuse(
          "this key, given on line " + first.place().line() + " already,", "each key once");
    }
  }

  /** Refuses every key but these. */
  public Section only(List<String> keys) {
    for (String key : names()) {
      if (!keys.contains(key)) {
        throw refuse(key, "this key", keys);
      }
    }
    return this;
  }

  /** Its keys, in the order of the file. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** Whether a key is written. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The section under a key; one without keys when the key is not there. */
  public Section section(String key, String allowed) {
    Entry entry = entries.get(key);
    return entry == null
        ? new Section(place.below(key, place.line()))
        : new Section(entry.place(), entry.node(), allowed);
  }

  /** What the file says under a key, or what holds when it says nothing. */
  public <T> T value(Key<?, T> key) {
    return value(key, key.otherwise());
  }

  /** The same, for a key whose default depends on others. */
  public <T> T value(Key<?, T> key, T otherwise) {
    Entry entry = entries.get(key.name());
    if (entry == null) {
      return otherwise;
    }
    return text(entry.node())
        .flatMap(key.notation()::read)
        .orElseThrow(() -> entry.place().refuse(shown(entry.node()), key.notation().allowed()));
  }

  /** The values in the sequence under a key; none when the key is not there. */
  public <T> List<T> values(String key, Notation<T> each) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    String allowed = "a sequence, each in it " + each.allowed();
    if (!(entry.node() instanceof SequenceNode sequence)) {
      throw entry.place().refuse(shown(entry.node()), allowed);
    }
    List<T> values = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      values.add(
          text(node)
              .flatMap(each::read)
              .orElseThrow(() -> entry.place().refuse(shown(node) + " in it", allowed)));
    }
    return values;
  }

  /** A key that is there but must not be, or is missing. */
  public ParameterFileException refuse(String key, String value, String allowed) {
    Entry entry = entries.get(key);
    return (entry == null ? place.below(key, place.line()) : entry.place()).refuse(value, allowed);
  }

  /** A name that is not one of those there are. */
  public ParameterFileException refuse(String key, String value, List<String> names) {
    List<String> others = new ArrayList<>(names);
    Optional<String> nearest = NearestWord.to(key, names);
    nearest.ifPresent(others::remove);
    String list = String.join(", ", others.subList(0, Math.min(LISTED, others.size())));
    String more = others.size() > LISTED ? " and " + (others.size() - LISTED) + " more" : "";
    return refuse(
        key,
        value,
        nearest.map(name -> name + ", which is the nearest, or one of ").orElse("one of ")
            + list
            + more);
  }

  /**
   * A rule between keys that is broken. It is told of the key it names, or, when that has its
   * default, of the partner that was written.
   */
  ParameterFileException refuse(ParameterException broken, String partner) {
    String key = has(broken.key()) || !has(partner) ? broken.key() : partner;
    Entry entry = entries.get(key);
    return refuse(key, entry == null ? broken.value() : shown(entry.node()), broken.allowed());
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && node.getTag().equals(Tag.STR) && !isNothing(node)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && NOTHING.contains(scalar.getValue());
  }

  private static String shown(Node node) {
    if (isNothing(node)) {
      return "nothing";
    }
    if (node instanceof ScalarNode scalar) {
      String tag = node.getTag().equals(Tag.STR) ? "" : node.getTag().getValue() + " ";
      return tag + (scalar.getValue().isEmpty() ? "\"\"" : scalar.getValue());
    }
    return node instanceof SequenceNode ? "a sequence" : "a mapping";
  }
}
