package io.plimsoll.jobs.parameters;

import java.util.List;

/** The reference of parameters.yaml, from the tables that the reader itself goes by. */
final class ParametersPage {

  private static final String TOP =
      """
      # Parameters

      <!-- Generated from the code: change the tables in io.plimsoll.jobs.parameters, then run
           mvn -pl jobs -am test -Dtest=ParametersPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true -->

      `parameters.yaml` has three keys: `assets` (at least one), `global` and `categories`. What is not written has its default; § is the section of the risk model that reads the key.

      ```yaml
      global:
        barInterval: 1m
        marginCall: 1.15
      assets:
        ETH:   {liquidationThreshold: 0.82, sensitivity: 0.2, maxAge: 5m, minSources: 2}
        stETH: {liquidationThreshold: 0.8, maxRateGrowth: 0.1}
        USDC:  {liquidationThreshold: 0.86, referenceVolatility: 0.05}
      categories:
        eth:
          marginCall: 1.03
          assets:
            ETH:   {liquidationThreshold: 0.93, bonus: 0.01}
            stETH: {liquidationThreshold: 0.93, bonus: 0.01}
      ```

      ## How values are written

      - A number is a plain decimal, `0.8`, `.5` or `1e6`, quoted or not; no `NaN`, `.inf`, `1_000` or `0x10`. Fractions are fractions: 0.8, never 80. What decides about money is kept with the digits written.
      - A duration is a number and a unit, `ms`, `s`, `m`, `h` or `d`, together: `90s`, `1.5h`. It is a whole number of milliseconds and at most 1000000 days. A bare `0` is a duration where 0 is allowed.
      - An instant is epoch milliseconds or ISO-8601, UTC without a zone: `2026-01-31T12:00:00Z`.
      - A name is any text; the names of assets and categories are keys.
      - A key without a value is refused; leave the key out.

      A file that is not allowed stops the start with one line, which names the file, the line, the key and what is allowed:

      ```
      parameters.yaml:7: assets.ETH.liquidationThreshold: 1.2 is not allowed; allowed is a number from 0 to 1
      ```

      """;

  private ParametersPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(TOP);
    table(page, "`assets`: name →", AssetKeys.TABLE);
    table(page, "`global`", GlobalKeys.TABLE);
    table(page, "`categories`: name →", CategoryKeys.TABLE);
    table(page, "`categories`: name → `assets`: name of an asset →", CategoryKeys.TERMS_TABLE);
    return page.toString().stripTrailing() + "\n";
  }

  private static <S> void table(StringBuilder page, String title, List<Key<S, ?>> keys) {
    page.append("## ").append(title).append("\n\n");
    page.append("| key | default | unit | range | meaning | § |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (Key<S, ?> key : keys) {
      page.append(
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  key.defaultInWords(),
                  key.unit(),
                  key.notation().range(),
                  key.meaning(),
                  key.section().substring(1)));
    }
    page.append('\n');
  }
}
