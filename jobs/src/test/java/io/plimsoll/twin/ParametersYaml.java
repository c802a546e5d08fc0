package io.plimsoll.twin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads and writes {@code parameters.yaml} on the level of nodes: a number parsed to a double would
 * no longer be the decimal as written.
 */
final class ParametersYaml {
  private ParametersYaml() {}

  static Map<String, Object> read(Path file) throws IOException {
    Compose compose = new Compose(LoadSettings.builder().setLabel(file.toString()).build());
    return compose.composeString(Files.readString(file)).map(ParametersYaml::mapping).orElseThrow();
  }

  private static Map<String, Object> mapping(Node node) {
    Map<String, Object> read = new LinkedHashMap<>();
    if (node instanceof MappingNode) {
      for (NodeTuple entry : ((MappingNode) node).getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        Node value = entry.getValueNode();
        read.put(
            key,
            value instanceof ScalarNode && !((ScalarNode) value).getValue().isEmpty()
                ? ((ScalarNode) value).getValue()
                : mapping(value));
      }
    }
    return read;
  }

  static String write(Map<String, Object> parameters) {
    StringBuilder yaml = new StringBuilder();
    write(parameters, "", yaml);
    return yaml.toString();
  }

  private static void write(Map<?, ?> mapping, String indent, StringBuilder yaml) {
    for (Map.Entry<?, ?> entry : mapping.entrySet()) {
      yaml.append(indent).append(scalar(entry.getKey().toString())).append(':');
      if (entry.getValue() instanceof Map<?, ?>) {
        Map<?, ?> inner = (Map<?, ?>) entry.getValue();
        yaml.append(inner.isEmpty() ? " {}\n" : "\n");
        write(inner, indent + "  ", yaml);
      } else {
        yaml.append(' ').append(scalar(entry.getValue().toString())).append('\n');
      }
    }
  }

  private static String scalar(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._+-]*") ? text : Json.write(text);
  }
}
