package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.intake.Cells;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

  private static final String HEADER = "timestamp,asset,price\n";

  @TempDir Path path;

  private List<String> read(String name, byte[] content) throws Exception {
    new TypedDirectory(path).with(name, content);
    List<String> read = new ArrayList<>();
    DataFile file = DataFile.of(path.resolve(name).toString(), name).orElseThrow();
    try (Rows rows = Rows.open(file)) {
      Cells cells = new Cells();
      while (rows.next(cells)) {
        read.add(rows.line() + ": " + cells.count() + " " + cells.record());
      }
    }
    return read;
  }

  private List<String> read(String content) throws Exception {
    return read("quotes.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void linesCountFromOneAndBlankOnesAreSkipped() throws Exception {
    assertThat(read(HEADER + "1,a,2\n\n   \n3,b,4\n")).containsExactly("2: 3 1,a,2", "5: 3 3,b,4");
  }

  @Test
  void carriageReturnsAndAMissingLastNewlineAreFine() throws Exception {
    assertThat(read("timestamp,asset,price\r\n1,a,2\r\n3,b,4"))
        .containsExactly("2: 3 1,a,2", "3: 3 3,b,4");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    assertThat(read("\uFEFF" + HEADER + "1,a,2\n")).containsExactly("2: 3 1,a,2");
  }

  @Test
  void aHeaderMayHaveBlanksAroundItsNames() throws Exception {
    new TypedDirectory(path).with("quotes.csv", " timestamp , asset,price ", "1,a,2");

    assertThat(DataDirectory.open(path).files()).hasSize(1);
  }

  @Test
  void quotedCellsMayHoldCommasQuotesAndNewlines() throws Exception {
    assertThat(read(HEADER + "1,\"a,\"\"b\"\"\n\",2\n3,b,4\n"))
        .containsExactly("2: 3 1,\"a,\"\"b\"\"\n\",2", "4: 3 3,b,4");
  }

  @Test
  void aStrayQuoteSpoilsItsCellOnly() throws Exception {
    assertThat(read(HEADER + "1,\"a\"b,2\n3,c\"d,4\n"))
        .hasSize(2)
        .last()
        .isEqualTo("3: 3 3,c\"d,4");
  }

  @Test
  void rowsOfAnotherLengthComeAsTheyAre() throws Exception {
    assertThat(read(HEADER + "1,a\n1,a,2,3\n")).containsExactly("2: 2 1,a", "3: 4 1,a,2,3");
  }

  @Test
  void gzipReadsTheSame() throws Exception {
    assertThat(read("quotes.csv.gz", (HEADER + "1,a,2\n").getBytes(StandardCharsets.UTF_8)))
        .containsExactly("2: 3 1,a,2");
  }

  @Test
  void namesOutsideTheBasicPlaneSurviveEveryBufferBoundary() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    List<String> expected = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      String row = i + "," + "\uD83D\uDEA2é".repeat(random.nextInt(8)) + ",1";
      rows.append(row).append('\n');
      expected.add((i + 2) + ": 3 " + row);
    }

    assertThat(read(rows.toString())).isEqualTo(expected);
  }

  @Test
  void whatIsNotUtf8IsSaidAfterTheLastGoodLine() throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write((HEADER + "1,a,2\n3,b,4\n5,").getBytes(StandardCharsets.UTF_8));
    content.write(0xE9);
    content.write(",6\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read("quotes.csv", content.toByteArray()))
        .isInstanceOf(InputException.class)
        .hasMessage(path.resolve("quotes.csv") + ": after line 3: not UTF-8, which CSV must be");
  }

  @Test
  void aCharacterCutInHalfAtTheEndIsNotUtf8Either() throws Exception {
    byte[] whole = (HEADER + "1,a,é").getBytes(StandardCharsets.UTF_8);
    byte[] half = Arrays.copyOf(whole, whole.length - 1);

    assertThatThrownBy(() -> read("quotes.csv", half))
        .hasMessageContaining("after line 1: not UTF-8");
  }

  @Test
  void aQuoteThatIsNeverClosedIsSaidWhereItStarts() {
    assertThatThrownBy(() -> read(HEADER + "1,a,2\n3,\"b,4\n5,c,6\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("quotes.csv: after line 2: not CSV (")
        .hasMessageContaining("line 3")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTruncatedGzipIsSaidAfterTheLastGoodLine() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50_000; i++) {
      rows.append(random.nextLong()).append(",a,").append(random.nextLong()).append('\n');
    }
    TypedDirectory directory =
        new TypedDirectory(path)
            .with("quotes.csv.gz", rows.toString().getBytes(StandardCharsets.UTF_8));
    directory.cut("quotes.csv.gz", directory.size("quotes.csv.gz") / 2);
    DataFile file = directory.open().files().get(0);

    try (Rows opened = Rows.open(file)) {
      Cells cells = new Cells();
      assertThatThrownBy(
              () -> {
                while (opened.next(cells)) {}
              })
          .isInstanceOf(InputException.class)
          .hasMessage(
              file.path()
                  + ": after line "
                  + opened.line()
                  + ": a truncated or corrupt gzip file (Unexpected end of ZLIB input stream)");
      assertThat(opened.line()).isBetween(20_000L, 30_000L);
    }
  }
}
