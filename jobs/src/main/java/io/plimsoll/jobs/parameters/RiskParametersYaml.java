package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters in force as YAML, every default filled in: reading it gives the same ones. */
public final class RiskParametersYaml {

  private static final String STEP = "  ";

  private RiskParametersYaml() {}

  /** Prints all of them, names in order, so that equal parameters give equal text. */
  public static String print(RiskParameters parameters) {
    StringBuilder yaml = new StringBuilder();
    heading(yaml, "", ParameterFile.GLOBAL);
    keys(yaml, STEP, GlobalKeys.TABLE, parameters);
    heading(yaml, "", ParameterFile.ASSETS);
    for (String name : sorted(parameters.assets())) {
      AssetParameters asset = parameters.asset(name);
      heading(yaml, STEP, name);
      keys(yaml, STEP.repeat(2), AssetKeys.TABLE, asset);
    }
    if (!parameters.categories().isEmpty()) {
      heading(yaml, "", ParameterFile.CATEGORIES);
    }
    for (String name : sorted(parameters.categories())) {
      heading(yaml, STEP, name);
      category(yaml, parameters.categories().get(name));
    }
    return yaml.toString();
  }

  private static void category(StringBuilder yaml, Category category) {
    keys(yaml, STEP.repeat(2), CategoryKeys.TABLE, category);
    heading(yaml, STEP.repeat(2), CategoryKeys.ASSETS);
    for (String asset : sorted(category.assets())) {
      heading(yaml, STEP.repeat(3), asset);
      keys(yaml, STEP.repeat(4), CategoryKeys.TERMS_TABLE, category.assets().get(asset));
    }
  }

  private static void heading(StringBuilder yaml, String indent, String name) {
    yaml.append(indent).append(NameNotation.yaml(name)).append(":\n");
  }

  private static <S> void keys(StringBuilder yaml, String indent, List<Key<S, ?>> table, S owner) {
    for (Key<S, ?> key : table) {
      Optional<String> value = key.printed(owner);
      // What cannot be written stands as a comment: the reader sees that nothing was forgotten.
      yaml.append(indent)
          .append(value.isPresent() ? "" : "# ")
          .append(key.name())
          .append(": ")
          .append(value.orElseGet(key::defaultInWords))
          .append('\n');
    }
  }

  private static List<String> sorted(Map<String, ?> named) {
    return named.keySet().stream().sorted(CodePoints::compare).toList();
  }
}
