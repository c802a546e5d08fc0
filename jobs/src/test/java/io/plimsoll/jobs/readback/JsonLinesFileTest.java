package io.plimsoll.jobs.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesFileTest {

  private static final String FIRST = "{\"file\":\"q.csv\",\"reason\":\"LATE\",\"line\":1}\n";
  private static final String SECOND = "{\"reason\":\"FUTURE\",\"record\":\"1,{\"}\n";

  private static final RefusedLine ONE = new RefusedLine("q.csv", 1, "LATE", "", "");
  private static final RefusedLine OTHER = new RefusedLine("", 0, "FUTURE", "1,{", "");

  @TempDir Path temporary;
  private Path file;

  @BeforeEach
  void name() {
    file = temporary.resolve("refused.jsonl");
  }

  @Test
  void aFinishedFileIsReadFromFrontToBack() throws IOException {
    Files.writeString(file, FIRST + SECOND);
    List<RefusedLine> rows = new ArrayList<>();
    new JsonLinesFile<>(file, RefusedLine::read).readAll(rows::add);
    assertThat(rows).containsExactly(ONE, OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1]", "7", "null", "{\"reason\":\"LA", "{\"reason\":\"LATE\"", "}", "{]"})
  void aLineThatIsNoWholeObjectIsRefusedWithItsPlace(String line) throws IOException {
    Files.writeString(file, FIRST + line);
    assertThatThrownBy(() -> new JsonLinesFile<>(file, RefusedLine::read).readAll(row -> {}))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            refused -> assertThat(refused.getLocation().getLineNr()).isEqualTo(2));
  }

  @Nested
  @DisplayName("following a file")
  class Following {

    private final List<RefusedLine> rows = new ArrayList<>();
    private JsonLinesFile<RefusedLine> following;

    @BeforeEach
    void follow() {
      following = new JsonLinesFile<>(file, RefusedLine::read);
    }

    @Test
    void waitsForOneThatIsNotThereYet() throws IOException {
      following.readNew(rows::add);
      assertThat(rows).isEmpty();
    }

    @Test
    void readsALineOnceItIsComplete() throws IOException {
      Files.writeString(file, FIRST + SECOND.substring(0, 9));
      following.readNew(rows::add);
      assertThat(rows).containsExactly(ONE);

      Files.writeString(file, SECOND.substring(9), StandardOpenOption.APPEND);
      following.readNew(rows::add);
      assertThat(rows).containsExactly(ONE, OTHER);
    }

    @Test
    void readsNothingTwiceWhenAJobRecoversAndWritesItAgain() throws IOException {
      Files.writeString(file, FIRST + SECOND);
      following.readNew(rows::add);
      Files.writeString(file, FIRST);
      following.readNew(rows::add);
      Files.writeString(file, SECOND + FIRST, StandardOpenOption.APPEND);
      following.readNew(rows::add);
      assertThat(rows).extracting(RefusedLine::reason).containsExactly("LATE", "FUTURE", "LATE");
    }
  }

  @Nested
  @DisplayName("a line")
  class ALine {

    @Test
    void ofAnEventKeepsItsLevelsFiguresAndSpotTerms() throws IOException {
      assertThat(
              read(
                  EventLine::read,
                  """
                  {"id":"ab","account":"a-1","instant":7,"from":"SAFE","to":"LIQUIDATABLE",\
                  "doubts":["SOL"],"healthFactor":null,"assets":9.0,"liabilities":10.5,\
                  "collateralValue":12.0,"debtValue":10.0,"equity":2.0,"ltv":0.8,\
                  "liquidationPrices":{"ETH":1.0},"marks":{"ETH":1.5},"terms":{"repayVenue":"main",\
                  "repayAsset":"USDC","repayAmount":"5.5","repayValue":5.25,"seizeAsset":"ETH",\
                  "seizeAmount":"0.25","bonus":0.1,"protocolFee":0.01,"healthFactorAfter":1.05}}
                  """))
          .isEqualTo(
              new EventLine(
                  7,
                  "a-1",
                  Level.SAFE,
                  Level.LIQUIDATABLE,
                  Double.POSITIVE_INFINITY,
                  10.5,
                  10.0,
                  2.0,
                  Map.of("ETH", 1.5),
                  new EventTerms.Spot(
                      "main",
                      new BigDecimal("5.5"),
                      "USDC",
                      5.25,
                      "",
                      new BigDecimal("0.25"),
                      "ETH"),
                  false));
    }

    @Test
    void ofAnEventKeepsThePerpetualToClose() throws IOException {
      EventLine event =
          read(
              EventLine::read,
              """
              {"account":"a-1","instant":7,"from":"SAFE","to":"LIQUIDATABLE","execution":"PAPER","debtValue":0.0,\
              "liabilities":3.0,"marks":{"":1.0,"BTC":50000.5},"terms":{"closeAsset":"BTC","closeKind":"SHORT",\
              "closeAmount":"0.044","bankruptcyPrice":null,"healthFactorAfter":0.9}}
              """);
      assertThat(event.terms())
          .isEqualTo(new EventTerms.Perpetual("", new BigDecimal("0.044"), "BTC", "SHORT"));
      assertThat(event.isExecuted()).isTrue();
      assertThat(event.exposure()).isEqualTo(3.0);
      assertThat(event.offered()).isEqualTo(2_200.022);
    }

    @Test
    void ofAStateKeepsWhatThePictureShows() throws IOException {
      assertThat(
              read(
                  StateLine::read,
                  """
                  {"instant":5,"asset":"ETH","mid":2.5,"low":2.4,"high":2.6,"status":"STALE",\
                  "volatility":1.1,"loadFactor":0.9}
                  """))
          .isEqualTo(new StateLine(5, "ETH", 2.5, "STALE", 1.1, 0.9));
    }

    private <T> T read(LineForm<T> form, String line) throws IOException {
      Files.writeString(file, line);
      List<T> rows = new ArrayList<>();
      new JsonLinesFile<>(file, form).readAll(rows::add);
      assertThat(rows).hasSize(1);
      return rows.get(0);
    }
  }
}
