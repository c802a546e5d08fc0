package io.plimsoll.jobs.intake;

import static io.plimsoll.jobs.intake.Rows.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRowsTest {

  private static final String T = "1583020800000";

  private static RefusalReason reason(RowKind kind, String row) {
    return ((Refusal) check(kind, row.replaceFirst("^T,", T + ","))).reason();
  }

  private static String detail(RowKind kind, String row) {
    return ((Refusal) check(kind, row.replaceFirst("^T,", T + ","))).detail();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|x,ETH,100,,,",
        "MALFORMED|1583020800,ETH,100,,,",
        "MALFORMED|T,,100,,,",
        "MALFORMED|T,ETH,,,,",
        "MALFORMED|T,ETH,NaN,,,",
        "MALFORMED|T,ETH,Infinity,,,",
        "MALFORMED|T,ETH,0x1p4,,,",
        "MALFORMED|T,ETH,100d,,,",
        "MALFORMED|T,ETH,1e400,,,",
        "MALFORMED|T,ETH,100,,-1,",
        "MALFORMED|T,ETH,100,,NaN,",
        "MALFORMED|T,ETH,100,,,1.5",
        "MALFORMED|T,ETH,100,,,9223372036854775808",
        "MALFORMED|T,ETH,100,,,-9223372036854775808",
        "MALFORMED|T,ETH,100,,",
        "MALFORMED|T,ETH,100,,,,",
        "MALFORMED|T,XYZ,-1,,,x",
        "UNKNOWN_ASSET|T,XYZ,100,,,",
        "UNKNOWN_ASSET|T,XYZ,-1,,,",
        "UNKNOWN_ASSET|T,eth,100,,,",
        "UNKNOWN_ASSET|T, ETH,100,,,",
        "NON_POSITIVE|T,ETH,0,,,",
        "NON_POSITIVE|T,ETH,-0.0,,,",
        "NON_POSITIVE|T,ETH,-5,,,",
        "NON_POSITIVE|T,ETH,1e-400,,,",
        "OUT_OF_BOUNDS|T,ETH,9.99,,,",
        "OUT_OF_BOUNDS|T,ETH,10000.01,,,"
      })
  void aQuote(RefusalReason reason, String row) {
    assertThat(reason(RowKind.QUOTES, row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|T,ETH,,2,3,100,,",
        "MALFORMED|T,ETH,1,NaN,3,100,,",
        "MALFORMED|T,ETH,1,2,x,100,,",
        "MALFORMED|T,ETH,1,2,3,,,",
        "UNKNOWN_ASSET|T,XYZ,1,2,3,100,,",
        "NON_POSITIVE|T,ETH,1,2,3,0,,",
        "OUT_OF_BOUNDS|T,ETH,1,2,3,5,,"
      })
  void aCandle(RefusalReason reason, String row) {
    assertThat(reason(RowKind.CANDLES, row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|T,ETH,,",
        "MALFORMED|T,ETH,0,",
        "MALFORMED|T,ETH,1,-1",
        "MALFORMED|T,ETH,1,x",
        "MALFORMED|T,,1,",
        "MALFORMED|T,XYZ,,",
        "UNKNOWN_ASSET|T,XYZ,1,"
      })
  void anIndexRow(RefusalReason reason, String row) {
    assertThat(reason(RowKind.INDICES, row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|T,,0.5,",
        "MALFORMED|T,main,,",
        "MALFORMED|T,main,1.01,",
        "MALFORMED|T,main,-0.01,UP",
        "MALFORMED|T,main,NaN,UP",
        "MALFORMED|T,main,0.5,up",
        "MALFORMED|T,main,0.5,UNTOLD"
      })
  void aStressRow(RefusalReason reason, String row) {
    assertThat(reason(RowKind.STRESS, row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|T,,GROSS,,",
        "MALFORMED|T,a,gross,,",
        "MALFORMED|T,a,GROSS ,,",
        "MALFORMED|T,a,,,0.99",
        "MALFORMED|T,a,,,NaN",
        "MALFORMED|T,a,,,1e20",
        "MALFORMED|T,a,,nope,0",
        "UNKNOWN_CATEGORY|T,a,,nope,"
      })
  void aSettingsRow(RefusalReason reason, String row) {
    assertThat(reason(RowKind.ACCOUNTS, row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED|T,,ETH,DEBT,1,,,",
        "MALFORMED|T,a,,DEBT,1,,,",
        "MALFORMED|T,a,ETH,,1,,,",
        "MALFORMED|T,a,ETH,Debt,1,,,",
        "MALFORMED|T,a,ETH,DEBT,,,,",
        "MALFORMED|T,a,ETH,DEBT,-1,,,",
        "MALFORMED|T,a,ETH,DEBT,1e999999999,,,",
        "MALFORMED|T,a,ETH,DEBT,1e-19,,,",
        "MALFORMED|T,a,ETH,DEBT,100000000000000000000,,,",
        "MALFORMED|T,a,ETH,LONG,1,,,",
        "MALFORMED|T,a,ETH,SHORT,1,0,,",
        "MALFORMED|T,a,ETH,LONG,1,-5,,",
        "MALFORMED|T,a,ETH,LONG,1,1e-19,,",
        "MALFORMED|T,a,ETH,DEBT,1,,,x",
        "MALFORMED|T,a,XYZ,DEBT,-1,,,",
        "UNKNOWN_ASSET|T,a,XYZ,DEBT,1,,,"
      })
  void aPosition(RefusalReason reason, String row) {
    assertThat(reason(RowKind.POSITIONS, row)).isEqualTo(reason);
  }

  @Test
  void aRefusalNamesItsRowAndTakesTheClockItIsGiven() {
    Refusal refusal = (Refusal) check(RowKind.QUOTES, T + ",XYZ,100,,,");

    assertThat(refusal)
        .isEqualTo(
            new Refusal(
                Rows.CLOCK,
                new Origin(Rows.PLACE, Rows.LINE, T + ",XYZ,100,,,"),
                RefusalReason.UNKNOWN_ASSET,
                "asset \"XYZ\": an asset of parameters.yaml"));
  }

  @Test
  void theDetailSaysWhatIsThereAndWhatIsAllowed() {
    assertThat(detail(RowKind.QUOTES, "soon,ETH,100,,,"))
        .isEqualTo(
            "timestamp \"soon\": epoch milliseconds (12 to 14 digits: not seconds, not"
                + " microseconds) or ISO-8601 such as 2021-01-31T23:59:59.999Z");
    assertThat(detail(RowKind.QUOTES, "T,ETH,,,,")).isEqualTo("price \"\": a finite number");
    assertThat(detail(RowKind.QUOTES, "T,ETH,0,,,")).isEqualTo("price \"0\": a number above 0");
    assertThat(detail(RowKind.QUOTES, "T,ETH,9,,,"))
        .isEqualTo("price \"9\": a number from 10.0 to 10000.0, minPrice and maxPrice of ETH");
    assertThat(detail(RowKind.QUOTES, "T,ETH,9,,,x"))
        .isEqualTo(
            "sequence \"x\": a whole number from -9223372036854775807 to 9223372036854775807, or"
                + " nothing");
    assertThat(detail(RowKind.QUOTES, "T,ETH,9,,"))
        .isEqualTo("5 cells: as many as the header has, 6");
    assertThat(detail(RowKind.POSITIONS, "T,a,ETH,DEBT,-1,,,"))
        .isEqualTo(
            "amount \"-1\": a number of at least 0 with up to 20 digits before and 18 after the"
                + " point");
    assertThat(detail(RowKind.POSITIONS, "T,a,ETH,LONG,1,,,"))
        .isEqualTo("entry_price \"\": a number above 0 for a LONG");
    assertThat(detail(RowKind.POSITIONS, "T,a,ETH,Debt,1,,,"))
        .isEqualTo("kind \"Debt\": COLLATERAL, DEBT, LONG or SHORT");
    assertThat(detail(RowKind.ACCOUNTS, "T,a,,,0.5"))
        .startsWith("margin_call \"0.5\": a number of at least 1 with");
    assertThat(detail(RowKind.STRESS, "T,main,2,"))
        .isEqualTo("stress \"2\": a number from 0 to 1, unless status is UP or DOWN");
  }

  @Test
  void aColumnThatIsNotThereIsSaidSo() {
    Refusal refusal =
        (Refusal)
            check(RowKind.POSITIONS, "timestamp,account,asset,kind,amount", T + ",a,ETH,LONG,1");

    assertThat(refusal.detail()).isEqualTo("no column entry_price: a number above 0 for a LONG");
  }

  @Test
  void theDetailStaysOneLineOfBoundedLength() {
    String detail = detail(RowKind.QUOTES, "T,ETH,1\n2\t" + "3".repeat(500) + ",,,");

    assertThat(detail)
        .startsWith("price \"1 2 333")
        .hasSizeLessThan(120)
        .contains("3…\": a finite");
  }

  @Test
  void theRecordIsTheRowQuotedWhereItMustBe() {
    Cells cells = new Cells();
    cells.add("a\"b".toCharArray(), 0, 3, true);
    cells.add("plain");
    cells.add("c,d");
    cells.add("");

    assertThat(cells.record()).isEqualTo("\"a\"\"b\",plain,\"c,d\",");
  }
}
