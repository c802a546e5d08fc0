package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.parameters.RiskParameters;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RiskParametersYamlTest {

  @Test
  void everyDefaultIsFilledInAndNothingElse() {
    String yaml = RiskParametersYaml.print(parse("assets: {ETH: {liquidationThreshold: 0.85}}"));

    assertThat(yaml)
        .startsWith("global:\n  barInterval: 1m\n  halfLife: 6h\n")
        .contains("  # criticalHealthFactor: absent: none passes\n")
        .contains("assets:\n  ETH:\n    liquidationThreshold: 0.85\n    loanToValue: 0.765\n")
        .contains("    jumpConfirmation: 5m\n")
        .doesNotContain("categories");
    assertThat(yaml.lines()).hasSize(2 + GlobalKeys.TABLE.size() + 1 + AssetKeys.TABLE.size());
  }

  @Test
  void whatIsPrintedReadsBackTheSame() {
    roundTrips("assets: {ETH: {}}");
    roundTrips(
        """
        global: {criticalHealthFactor: 0.85, recoveryRatio: 1.5, window: 90m, dust: 1e2}
        categories:
          eth: {marginCall: 1.03, assets: {stETH: {liquidationThreshold: 0.930, bonus: 0.01}, ETH: }}
          'null': {}
        assets:
          ETH: {liquidationThreshold: 0.82, maxAge: 1500ms, maxPrice: 1e6, depthPerWindow: 123456.789}
          stETH: {maxRateGrowth: 0.1, anchorRate: 1.05, anchorTime: 1769860800123, doubt: 0}
          "a: \\"b\\" \\\\ \\n # é 😀": {venue: 'null', halted: true, maxJump: 0.1, minPrice: 1e-7}
        """);
  }

  @Test
  void everyKeyRoundTripsWithAValueThatIsNotItsDefault() {
    String assets =
        AssetKeysTest.ROWS.stream()
            .map(row -> "    " + row.key() + ": " + row.good() + "\n")
            .collect(Collectors.joining());
    String global =
        GlobalKeysTest.ROWS.stream()
            .map(row -> "  " + row.key() + ": " + row.good() + "\n")
            .collect(Collectors.joining());

    roundTrips("global:\n" + global + "assets:\n  ETH:\n" + assets);
  }

  @Test
  void equalParametersGiveEqualText() {
    assertThat(RiskParametersYaml.print(parse("assets: {B: {}, A: {}, C: {}}")))
        .isEqualTo(RiskParametersYaml.print(parse("assets: {C: {}, B: {}, A: {maxAge: 60m}}")));
  }

  private static void roundTrips(String yaml) {
    RiskParameters parameters = parse(yaml);
    String printed = RiskParametersYaml.print(parameters);

    assertThat(parse(printed)).isEqualTo(parameters);
    assertThat(RiskParametersYaml.print(parse(printed))).isEqualTo(printed);
  }

  private static RiskParameters parse(String yaml) {
    return ParameterFile.parse("parameters.yaml", yaml);
  }
}
