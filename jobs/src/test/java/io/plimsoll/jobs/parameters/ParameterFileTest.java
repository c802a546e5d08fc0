package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.Simple.class)
class ParameterFileTest {

  @Nested
  class Reads {

    @Test
    void flowAndBlockStyleCommentsAndAliases() {
      RiskParameters parameters =
          parse(
              """
              # majors share their terms
              global: {barInterval: 1h}
              assets:
                ETH: &major
                  liquidationThreshold: 0.85   # as voted
                  bonus: "0.06"
                BTC: *major
              """);

      assertThat(parameters.bars().intervalMs()).isEqualTo(3_600_000L);
      assertThat(parameters.asset("BTC").margin()).isEqualTo(parameters.asset("ETH").margin());
      assertThat(parameters.asset("BTC").margin().bonus()).isEqualTo(new BigDecimal("0.06"));
    }

    @Test
    void aDecimalWithTheDigitsWritten() {
      String digits = "0.800000000000000000000000000000000001";

      assertThat(asset("liquidationThreshold: " + digits).asset("ETH").margin())
          .extracting(margin -> margin.liquidationThreshold())
          .isEqualTo(new BigDecimal(digits));
    }

    @Test
    void theLoanToValueFromTheThreshold() {
      assertThat(asset("liquidationThreshold: 0.85").asset("ETH").margin().loanToValue())
          .isEqualTo(new BigDecimal("0.765"));
    }

    @ParameterizedTest
    @CsvSource({
      "250ms, 250",
      "1.5s, 1500",
      "0.001s, 1",
      "15m, 900000",
      "24h, 86400000",
      "2d, 172800000",
      "0, 0",
      "0m, 0"
    })
    void durations(String written, long millis) {
      assertThat(asset("maxAge: " + written).asset("ETH").guard().maxAgeMs()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
      "1769860800123, 1769860800123",
      "2026-01-31T12:00:00Z, 1769860800000",
      "2026-01-31T12:00, 1769860800000",
      "2026-01-31T14:00:00+02:00, 1769860800000",
      "2026-01-31T12:00:00.1239999Z, 1769860800123",
      "2026-01-31, 1769817600000"
    })
    void instants(String written, long millis) {
      assertThat(asset("{anchorRate: 1, anchorTime: '" + written + "'}").asset("ETH").rates())
          .extracting(rates -> rates.anchorTimeMs())
          .isEqualTo(millis);
    }

    @Test
    void namesThatYamlWouldTakeForSomethingElse() {
      assertThat(parse("assets: {NO: {}, 1: {venue: 5}, true: {}}").assets())
          .containsOnlyKeys("NO", "1", "true");
    }

    @Test
    void aCategoryWhoseAssetsKeepWhatItDoesNotSay() {
      RiskParameters parameters =
          parse(
              """
              categories:
                eth:
                  marginCall: 1.03
                  assets:
                    stETH: {liquidationThreshold: 0.93, bonus: 0.01}
                    ETH:
                usd: {assets: {}}
              assets:
                ETH: {liquidationThreshold: 0.82, bonus: 0.07}
                stETH: {}
              """);

      Category eth = parameters.categories().get("eth");
      assertThat(eth.marginCall()).isEqualTo(new BigDecimal("1.03"));
      assertThat(eth.assets().get("stETH"))
          .isEqualTo(new Category.Terms(new BigDecimal("0.93"), new BigDecimal("0.01")));
      assertThat(eth.assets().get("ETH"))
          .isEqualTo(new Category.Terms(new BigDecimal("0.82"), new BigDecimal("0.07")));
      assertThat(parameters.categories().get("usd").hasMarginCall()).isFalse();
    }

    @Test
    void emptySections() {
      RiskParameters parameters = parse("global:\ncategories: ~\nassets: {ETH: null}\n");

      assertThat(parameters.categories()).isEmpty();
      assertThat(parameters.knows("ETH")).isTrue();
    }

    @Test
    void aFileWithAByteOrderMarkAndWindowsLines(@TempDir Path directory) throws IOException {
      Path file = directory.resolve("parameters.yaml");
      Files.writeString(file, "\uFEFFassets:\r\n  ETH:\r\n    maxAge: 5m\r\n");

      assertThat(ParameterFile.load(file).asset("ETH").guard().maxAgeMs()).isEqualTo(300_000L);
    }
  }

  @Nested
  class RefusesKeys {

    @Test
    void aMisspeltOneAndNamesTheNearest() {
      assertThatThrownBy(() -> asset("liquidationTreshold: 0.8"))
          .hasMessageStartingWith(
              "parameters.yaml:3: assets.ETH.liquidationTreshold: this key is not allowed; allowed"
                  + " is liquidationThreshold, which is the nearest, or one of loanToValue, bonus,")
          .hasMessageEndingWith("maxIndexStep, halted");
    }

    @Test
    void oneThatResemblesNone() {
      refused(
          "parameters.yaml:2: xyz: this key is not allowed; allowed is one of global, assets,"
              + " categories",
          "assets: {ETH: {}}\nxyz: 1\n");
    }

    @Test
    void aGlobalOneUnderAnAsset() {
      assertThatThrownBy(() -> asset("marginCall: 1.1"))
          .hasMessageStartingWith(
              "parameters.yaml:3: assets.ETH.marginCall: this key is not allowed; allowed is ");
    }

    @Test
    void aSecondOne() {
      refused(
          "parameters.yaml:5: assets.ETH: this key, given on line 2 already, is not allowed;"
              + " allowed is each key once",
          "assets:\n  ETH:\n    maxAge: 1h\n  BTC: {}\n  ETH: {}\n");
      refused(
          "parameters.yaml:3: assets.ETH.maxAge: this key, given on line 2 already, is not allowed;"
              + " allowed is each key once",
          "assets: {ETH: {\n maxAge: 1h,\n maxAge: 1h}}\n");
    }

    @Test
    void oneThatIsNoName() {
      refused(
          "parameters.yaml:1: assets: a key that is a sequence is not allowed; allowed is a name",
          "assets: {? [a, b] : {}}");
    }

    @Test
    void anEmptyName() {
      refused(
          "parameters.yaml:1: assets.: an empty name is not allowed; allowed is an asset's name",
          "assets: {'': {}}");
      refused(
          "parameters.yaml:2: categories.: an empty name is not allowed; allowed is a category's"
              + " name",
          "assets: {ETH: {}}\ncategories: {'': {}}");
    }

    @Test
    void anAnchorRateWithoutItsTimeAndTheReverse() {
      assertThatThrownBy(() -> asset("maxAge: 1h\n    anchorRate: 1.05"))
          .hasMessage(
              "parameters.yaml:4: assets.ETH.anchorRate: this key alone is not allowed; allowed is"
                  + " it together with anchorTime, or neither of them");
      assertThatThrownBy(() -> asset("anchorTime: 2026-01-31"))
          .hasMessage(
              "parameters.yaml:3: assets.ETH.anchorTime: this key alone is not allowed; allowed is"
                  + " it together with anchorRate, or neither of them");
    }
  }

  @Nested
  class RefusesShapes {

    @Test
    void aFileWithoutAssets() {
      String line =
          "parameters.yaml:1: assets: a file without this key is not allowed; allowed is one with a"
              + " mapping of at least one asset";
      refused(line, "");
      refused(line, "# nothing yet\n");
      refused(line, "global: {}\n");
      refused(line, "---\n...\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets:", "assets: {}", "assets: ~"})
    void assetsThatAreNone(String yaml) {
      refused(
          "parameters.yaml:1: assets: nothing is not allowed; allowed is a mapping with at least"
              + " one asset",
          yaml);
    }

    @Test
    void aTopThatIsNoMapping() {
      refused(
          "parameters.yaml:1: the file: a sequence is not allowed; allowed is a mapping with the"
              + " keys global, assets and categories",
          "- a\n- b\n");
    }

    @Test
    void aSectionThatIsNoMapping() {
      refused(
          "parameters.yaml:1: global: 5 is not allowed; allowed is a mapping of the global"
              + " parameters",
          "global: 5\nassets: {ETH: {}}");
      refused(
          "parameters.yaml:2: assets.ETH: a sequence is not allowed; allowed is a mapping of the"
              + " asset's parameters",
          "assets:\n  ETH: [0.8]\n");
      refused(
          "parameters.yaml:1: assets: a sequence is not allowed; allowed is a mapping from an"
              + " asset's name to its parameters",
          "assets: [ETH]\n");
    }

    @Test
    void aValueThatIsAMappingASequenceOrNothing() {
      String allowed = " is not allowed; allowed is a number from 0 to 1";
      String at = "parameters.yaml:3: assets.ETH.liquidationThreshold: ";
      assertThatThrownBy(() -> asset("liquidationThreshold: {a: 1}"))
          .hasMessage(at + "a mapping" + allowed);
      assertThatThrownBy(() -> asset("liquidationThreshold: [0.8]"))
          .hasMessage(at + "a sequence" + allowed);
      assertThatThrownBy(() -> asset("liquidationThreshold:")).hasMessage(at + "nothing" + allowed);
      assertThatThrownBy(() -> asset("liquidationThreshold: null"))
          .hasMessage(at + "nothing" + allowed);
    }

    @Test
    void aValueWithATag() {
      assertThatThrownBy(() -> asset("liquidationThreshold: !!float 0.8"))
          .hasMessage(
              "parameters.yaml:3: assets.ETH.liquidationThreshold: tag:yaml.org,2002:float 0.8 is"
                  + " not allowed; allowed is a number from 0 to 1");
    }

    @Test
    void anAliasOfItself() {
      refused(
          "parameters.yaml:1: assets.ETH.ETH: this key is not allowed", "assets: &a {ETH: *a}\n");
    }
  }

  @Nested
  class RefusesNumbers {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "NaN",
          ".nan",
          ".inf",
          "-.inf",
          "Infinity",
          "1_000",
          "0x1F",
          "0o17",
          "0,8",
          "80%",
          "1e",
          "1e9999",
          "' 0.8'",
          "0.8 USD",
          "٠.٨",
          "1d",
          "0.5f",
          "+-1",
          "."
        })
    void thatAreNoPlainDecimals(String written) {
      assertThatExceptionOfType(ParameterFileException.class)
          .isThrownBy(() -> asset("maxDeviation: " + written))
          .withMessageStartingWith("parameters.yaml:3: assets.ETH.maxDeviation: ")
          .withMessageEndingWith(" is not allowed; allowed is a number of at least 0");
    }

    @Test
    void ofMoreDigitsThanAnyoneNeeds() {
      assertThatThrownBy(() -> asset("maxPrice: 1e100")).isInstanceOf(ParameterFileException.class);
      assertThatThrownBy(() -> asset("maxPrice: 1e-101"))
          .isInstanceOf(ParameterFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "-1", "1e1", "two", "9999999999"})
    void thatAreNotWhole(String written) {
      assertThatThrownBy(() -> asset("minSources: " + written))
          .hasMessage(
              "parameters.yaml:3: assets.ETH.minSources: %s is not allowed; allowed is a whole"
                  + " number of at least 1",
              written);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "60",
          "1",
          "1min",
          "5 m",
          "1h30m",
          "m",
          "1.5ms",
          "0.0001s",
          "1e3ms",
          "-1s",
          "1000001d",
          "0.0"
        })
    void thatAreNoDurations(String written) {
      assertThatThrownBy(() -> asset("maxAge: " + written))
          .hasMessageStartingWith(
              "parameters.yaml:3: assets.ETH.maxAge: "
                  + written
                  + " is not allowed; allowed is a duration of at least 0: ");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1583971200",
          "1583971200123456",
          "yesterday",
          "2026-02-30",
          "12:00",
          "2026-01-31T25:00",
          "-1583971200000"
        })
    void thatAreNoInstants(String written) {
      assertThatThrownBy(() -> asset("{anchorRate: 1, anchorTime: '" + written + "'}"))
          .hasMessageStartingWith(
              "parameters.yaml:3: assets.ETH.anchorTime: "
                  + written
                  + " is not allowed; allowed is an instant: ");
    }
  }

  @Nested
  class RefusesCombinations {

    @Test
    void aBonusWithWhichASeizureMakesThingsWorse() {
      assertThatThrownBy(() -> asset("bonus: 0.3\n    liquidationThreshold: 0.8"))
          .hasMessage(
              "parameters.yaml:3: assets.ETH.bonus: 0.3 is not allowed; allowed is one with"
                  + " liquidationThreshold·(1 + bonus) of at most 1 (here 1.04)");
    }

    @Test
    void aThresholdTooHighForTheDefaultBonusAtTheKeyThatWasWritten() {
      assertThatThrownBy(() -> asset("venue: l2\n    liquidationThreshold: 0.96"))
          .hasMessage(
              "parameters.yaml:4: assets.ETH.liquidationThreshold: 0.96 is not allowed; allowed is"
                  + " one with liquidationThreshold·(1 + bonus) of at most 1 (here 1.008)");
    }

    @Test
    void theSameInACategoryWithTheAssetsOwnForWhatItDoesNotSay() {
      String assets = "assets: {ETH: {liquidationThreshold: 0.8, bonus: 0.1}}\n";
      refused(
          "parameters.yaml:2: categories.eth.assets.ETH.liquidationThreshold: 0.95 is not allowed;"
              + " allowed is one with liquidationThreshold·(1 + bonus) of at most 1 (here 1.045)",
          assets + "categories: {eth: {assets: {ETH: {liquidationThreshold: 0.95}}}}\n");
      refused(
          "parameters.yaml:2: categories.eth.assets.ETH.bonus: 0.5 is not allowed; allowed is one"
              + " with liquidationThreshold·(1 + bonus) of at most 1 (here 1.2)",
          assets + "categories: {eth: {assets: {ETH: {bonus: 0.5}}}}\n");
    }

    @Test
    void aHighestPriceBelowTheLowest() {
      assertThatThrownBy(() -> asset("maxPrice: 1\n    minPrice: 2"))
          .hasMessage(
              "parameters.yaml:3: assets.ETH.maxPrice: 1 is not allowed; allowed is a number of at"
                  + " least minPrice");
    }

    @Test
    void aCategoryOfAnUnknownAsset() {
      refused(
          "parameters.yaml:3: categories.eth.assets.stEHT: an asset without parameters is not"
              + " allowed; allowed is stETH, which is the nearest, or one of ETH",
          "assets: {ETH: {}, stETH: {}}\ncategories:\n  eth: {assets: {stEHT: {}}}\n");
    }

    @Test
    void aCategoryWithBadKeysOrValues() {
      String assets = "assets: {ETH: {}}\n";
      refused(
          "parameters.yaml:2: categories.eth.marginCall: 0 is not allowed; allowed is a number of"
              + " at least 1",
          assets + "categories: {eth: {marginCall: 0}}\n");
      refused(
          "parameters.yaml:2: categories.eth.bonus: this key is not allowed; allowed is one of"
              + " marginCall, assets",
          assets + "categories: {eth: {bonus: 0.1}}\n");
      refused(
          "parameters.yaml:2: categories.eth.assets.ETH.liquidationThreshold: 2 is not allowed;"
              + " allowed is a number from 0 to 1",
          assets + "categories: {eth: {assets: {ETH: {liquidationThreshold: 2}}}}\n");
      refused(
          "parameters.yaml:2: categories.eth.assets.ETH.bonus: -1 is not allowed; allowed is a"
              + " number of at least 0",
          assets + "categories: {eth: {assets: {ETH: {bonus: -1}}}}\n");
      refused(
          "parameters.yaml:2: categories.eth.assets: a sequence is not allowed; allowed is a"
              + " mapping from an asset's name to its terms in the category",
          assets + "categories: {eth: {assets: [ETH]}}\n");
    }
  }

  @Nested
  class RefusesFiles {

    @Test
    void thatAreNotThere(@TempDir Path directory) {
      Path file = directory.resolve("none.yaml");

      assertThatThrownBy(() -> ParameterFile.load(file))
          .isInstanceOf(ParameterFileException.class)
          .hasMessage(file + ": cannot be read: there is no such file");
    }

    @Test
    void thatAreDirectories(@TempDir Path directory) {
      assertThatThrownBy(() -> ParameterFile.load(directory))
          .isInstanceOf(ParameterFileException.class)
          .hasMessageContaining(": cannot be read: ");
    }

    @Test
    void thatAreNotUtf8(@TempDir Path directory) throws IOException {
      Path file = directory.resolve("parameters.yaml");
      Files.write(file, "assets: {Ä: {}}".getBytes(StandardCharsets.ISO_8859_1));

      assertThatThrownBy(() -> ParameterFile.load(file))
          .hasMessageEndingWith(": cannot be read: it is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "assets: {ETH: {}\\nglobal: {}\\n | 2",
          "assets:\\n  ETH:\\n    maxAge: 5m: 6m\\n | 3",
          "assets:\\n\\tETH: {}\\n | 2",
          "assets:\\n  ETH: 'unclosed\\n | 3",
          "assets: {ETH: *nobody}\\n | 1",
          "a: 1\\n---\\nb: 2\\n | 2",
          "assets:\\n  E\\1: {}\\n | 2"
        })
    void thatAreNotYamlWithTheLine(String escaped, int line) {
      String yaml = escaped.translateEscapes();

      assertThatThrownBy(() -> parse(yaml))
          .isInstanceOf(ParameterFileException.class)
          .message()
          .startsWith("parameters.yaml:" + line + ": this is not YAML: ")
          .doesNotContain("\n");
    }

    @Test
    void thatNestTooDeeply() {
      assertThatThrownBy(() -> parse("[".repeat(100_000)))
          .isInstanceOf(ParameterFileException.class);
    }
  }

  @Test
  void theLineStaysOneLineWhateverTheFileSays() {
    assertThatThrownBy(() -> asset("\"a\\nb\\u2028\": 1"))
        .message()
        .startsWith("parameters.yaml:3: assets.ETH.a\\nb\\u2028: this key is not allowed")
        .doesNotContain("\n", "\u2028");
    assertThatThrownBy(() -> asset("maxAge: " + "9".repeat(500)))
        .message()
        .contains("9".repeat(80) + "… is not allowed");
  }

  private static RiskParameters asset(String lines) {
    return parse("assets:\n  ETH:\n    " + lines + "\n");
  }

  private static RiskParameters parse(String yaml) {
    return ParameterFile.parse("parameters.yaml", yaml);
  }

  private static void refused(String line, String yaml) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(ParameterFileException.class)
        .message()
        .startsWith(line);
  }
}
