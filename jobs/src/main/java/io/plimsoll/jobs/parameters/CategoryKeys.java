package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The keys of a category, and of an asset in it (risk model §11, "Categories"). */
final class CategoryKeys {

  private static final Category DEFAULTS =
      new Category("any", Category.GLOBAL_MARGIN_CALL, Map.of());
  private static final Category.Terms NO_TERMS =
      new Category.Terms(BigDecimal.ZERO, BigDecimal.ZERO);
  private static final String THE_ASSETS_OWN = "the asset's own";

  static final Key<Category, BigDecimal> MARGIN_CALL =
      Key.of(
              DEFAULTS,
              "marginCall",
              new DecimalNotation(Range.atLeast(1)),
              Category::marginCall,
              "health factor",
              "§5",
              "c of an account while the category is in force")
          .orNone("absent: the global one");

  static final Key<Category.Terms, BigDecimal> LIQUIDATION_THRESHOLD =
      Key.of(
              NO_TERMS,
              "liquidationThreshold",
              new DecimalNotation(Range.FRACTION),
              Category.Terms::liquidationThreshold,
              "fraction",
              "§5",
              "replaces the asset's own while the category is in force, and no load factor moves"
                  + " it")
          .or(THE_ASSETS_OWN);

  static final Key<Category.Terms, BigDecimal> BONUS =
      Key.of(
              NO_TERMS,
              "bonus",
              new DecimalNotation(Range.atLeast(0)),
              Category.Terms::bonus,
              "fraction",
              "§5",
              "replaces the asset's own while the category is in force; `liquidationThreshold·(1 +"
                  + " bonus)` is at most 1 here too")
          .or(THE_ASSETS_OWN);

  /** Of a category, besides its assets. */
  static final List<Key<Category, ?>> TABLE = List.of(MARGIN_CALL);

  /** Of an asset in a category. */
  static final List<Key<Category.Terms, ?>> TERMS_TABLE = List.of(LIQUIDATION_THRESHOLD, BONUS);

  static final String ASSETS = "assets";

  static final List<String> NAMES = List.of(MARGIN_CALL.name(), ASSETS);
  static final List<String> TERMS_NAMES = List.of(LIQUIDATION_THRESHOLD.name(), BONUS.name());

  private CategoryKeys() {}
}
