package io.plimsoll.twin;

import java.util.Map;
import java.util.TreeMap;

/** All parameters of §11 that concern §§1-7. */
record Parameters(
    GlobalParameters global,
    Map<String, AssetParameters> assets,
    Map<String, Category> categories) {

  static Parameters of(Map<String, Object> written) {
    Section root = Section.of(written);
    Map<String, AssetParameters> assets = new TreeMap<>(CodePoints.ORDER);
    for (Object asset : root.section("assets").values().keySet()) {
      assets.put(
          asset.toString(), AssetParameters.of(root.section("assets").section(asset.toString())));
    }
    Map<String, Category> categories = new TreeMap<>();
    for (Object name : root.section("categories").values().keySet()) {
      categories.put(
          name.toString(),
          Category.of(root.section("categories").section(name.toString()), assets));
    }
    return new Parameters(GlobalParameters.of(root.section("global")), assets, categories);
  }
}
