package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.ParameterException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the section of a category to its rules. */
final class CategoryReader {

  static final String WHAT = "a mapping with the keys marginCall and assets";

  private CategoryReader() {}

  static Category read(String name, Section category, Map<String, AssetParameters> known) {
    category.only(CategoryKeys.NAMES);
    Section assets =
        category.section(
            CategoryKeys.ASSETS, "a mapping from an asset's name to its terms in the category");
    Map<String, Category.Terms> terms = new HashMap<>();
    for (String asset : assets.names()) {
      AssetParameters own = known.get(asset);
      if (own == null) {
        List<String> names = known.keySet().stream().sorted(CodePoints::compare).toList();
        throw assets.refuse(asset, "an asset without parameters", names);
      }
      terms.put(
          asset,
          terms(
              assets.section(asset, "a mapping with the keys liquidationThreshold and bonus"),
              own));
    }
    return new Category(name, category.value(CategoryKeys.MARGIN_CALL), terms);
  }

  private static Category.Terms terms(Section terms, AssetParameters own) {
    terms.only(CategoryKeys.TERMS_NAMES);
    try {
      return new Category.Terms(
          terms.value(CategoryKeys.LIQUIDATION_THRESHOLD, own.margin().liquidationThreshold()),
          terms.value(CategoryKeys.BONUS, own.margin().bonus()));
    } catch (ParameterException e) {
      throw terms.refuse(e, CategoryKeys.LIQUIDATION_THRESHOLD.name());
    }
  }
}
