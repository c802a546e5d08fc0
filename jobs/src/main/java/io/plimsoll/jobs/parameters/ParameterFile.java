package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code parameters.yaml} (risk model §11), or refuses it with one line. */
public final class ParameterFile {

  static final String GLOBAL = "global";
  static final String ASSETS = "assets";
  static final String CATEGORIES = "categories";

  private static final List<String> SECTIONS = List.of(GLOBAL, ASSETS, CATEGORIES);

  private ParameterFile() {}

  /**
   * Reads a file.
   *
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static RiskParameters load(Path file) {
    return parse(file.toString(), YamlText.read(file));
  }

  /**
   * Reads a file for what watches accounts as they are: an event of theirs must not speak of an
   * account that nobody has, so nothing may be carried out on paper.
   *
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static RiskParameters loadLive(Path file) {
    return parse(file.toString(), YamlText.read(file), true);
  }

  /**
   * Reads a text.
   *
   * @param file its name, for the line of a refusal
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static RiskParameters parse(String file, String yaml) {
    return parse(file, yaml, false);
  }

  private static RiskParameters parse(String file, String yaml, boolean live) {
    Place place = Place.top(file);
    Node node = YamlText.compose(file, yaml).orElseThrow(() -> noAssets(place));
    Section top = new Section(place, node, "a mapping with the keys global, assets and categories");
    top.only(SECTIONS);
    Map<String, AssetParameters> assets = assets(top, place);
    Section global =
        top.section(GLOBAL, "a mapping of the global parameters").only(GlobalKeys.NAMES);
    RiskParameters read = global(global, assets, categories(top, assets));
    if (live && read.onPaper()) {
      throw global.refuse(
          GlobalKeys.EXECUTION.name(),
          read.execution().name(),
          "NONE where accounts are watched live; a backfill carries out on paper");
    }
    if (read.onPaper() && read.levels().targetHealthFactor().compareTo(BigDecimal.ONE) == 0) {
      // Amounts are rounded down: it would be left a last digit below its line, and stay there.
      throw global.refuse(
          GlobalKeys.TARGET_HEALTH_FACTOR.name(),
          read.levels().targetHealthFactor().toPlainString(),
          "a number above 1 with execution: " + read.execution());
    }
    return read;
  }

  private static RiskParameters global(
      Section global, Map<String, AssetParameters> assets, Map<String, Category> categories) {
    return new RiskParameters(
        new BarRules(
            global.value(GlobalKeys.BAR_INTERVAL),
            global.value(GlobalKeys.HALF_LIFE),
            global.value(GlobalKeys.WINDOW),
            global.value(GlobalKeys.ESTIMATOR)),
        new LevelRules(
            global.value(GlobalKeys.MARGIN_CALL),
            global.value(GlobalKeys.HYSTERESIS),
            global.value(GlobalKeys.TARGET_HEALTH_FACTOR),
            global.value(GlobalKeys.CLOSE_FACTOR),
            global.value(GlobalKeys.FULL_LIQUIDATION_BELOW),
            global.value(GlobalKeys.DUST),
            global.value(GlobalKeys.GRACE_HEALTH_FACTOR),
            global.value(GlobalKeys.GRACE_PERIOD)),
        new ForecastRules(
            global.value(GlobalKeys.DEPTH_WINDOW),
            global.value(GlobalKeys.CRITICAL_HEALTH_FACTOR),
            global.value(GlobalKeys.HORIZON),
            global.value(GlobalKeys.STRESS_DEVIATIONS),
            global.value(GlobalKeys.ALERT_PROBABILITY),
            global.value(GlobalKeys.RECOVERY_RATIO),
            global.value(GlobalKeys.RECOVERY_TIGHTENING)),
        global.value(GlobalKeys.CANDLE_INTERVAL),
        global.value(GlobalKeys.EXECUTION),
        assets,
        categories);
  }

  private static Map<String, AssetParameters> assets(Section top, Place place) {
    Section section = top.section(ASSETS, "a mapping from an asset's name to its parameters");
    Map<String, AssetParameters> assets = new HashMap<>();
    for (String name : named(section, "an asset's name")) {
      assets.put(name, AssetReader.read(name, section.section(name, AssetReader.WHAT)));
    }
    if (assets.isEmpty()) {
      // Without assets every row would be refused.
      throw top.has(ASSETS)
          ? top.refuse(ASSETS, "nothing", "a mapping with at least one asset")
          : noAssets(place);
    }
    return assets;
  }

  private static Map<String, Category> categories(
      Section top, Map<String, AssetParameters> assets) {
    Section section = top.section(CATEGORIES, "a mapping from a category's name to its rules");
    Map<String, Category> categories = new HashMap<>();
    for (String name : named(section, "a category's name")) {
      categories.put(
          name, CategoryReader.read(name, section.section(name, CategoryReader.WHAT), assets));
    }
    return categories;
  }

  /** The names in a section, none of them empty: the empty name stands for none. */
  private static Iterable<String> named(Section section, String what) {
    for (String name : section.names()) {
      if (name.isBlank()) {
        throw section.refuse(name, "an empty name", what);
      }
    }
    return section.names();
  }

  private static ParameterFileException noAssets(Place place) {
    return place
        .below(ASSETS, place.line())
        .refuse("a file without this key", "one with a mapping of at least one asset");
  }
}
