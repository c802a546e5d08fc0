package io.plimsoll.twin;

import java.util.Map;
import java.util.TreeMap;

/**
 * An e-mode category.
 *
 * @param marginCall {@code null}: the global one
 */
record Category(Rational marginCall, Map<String, Listed> assets) {
  /** What collateral in a listed asset is worth to the accounts of the category. */
  record Listed(Rational liquidationThreshold, Rational bonus) {}

  static Category of(Section category, Map<String, AssetParameters> assets) {
    Map<String, Listed> listed = new TreeMap<>();
    Section entries = category.section("assets");
    for (Object key : entries.values().keySet()) {
      String asset = key.toString();
      AssetParameters own = assets.get(asset);
      Section entry = entries.section(asset);
      listed.put(
          asset,
          new Listed(
              entry.has("liquidationThreshold")
                  ? entry.exact("liquidationThreshold", "")
                  : own.liquidationThreshold(),
              entry.has("bonus") ? entry.exact("bonus", "") : own.bonus()));
    }
    return new Category(
        category.has("marginCall") ? category.exact("marginCall", "") : null, listed);
  }
}
