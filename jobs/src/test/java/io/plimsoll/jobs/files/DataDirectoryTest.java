package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDirectoryTest {

  @TempDir Path path;
  private TypedDirectory directory;

  @BeforeEach
  void aDirectory() {
    directory = new TypedDirectory(path);
  }

  private void assertRefused(Path where, String what) {
    assertThatThrownBy(() -> DataDirectory.open(where))
        .isInstanceOf(InputException.class)
        .hasMessage(where + ": " + what);
  }

  private void assertFileRefused(String name, String what) {
    assertThatThrownBy(() -> DataDirectory.open(path))
        .isInstanceOf(InputException.class)
        .hasMessage(path.resolve(name) + ": " + what);
  }

  @Test
  void filesComeByNameAndOthersAreNotMentioned() {
    directory
        .with("quotes-b.csv", "timestamp,asset,price")
        .with("quotes-a.csv.gz", "price,timestamp,more,asset")
        .with("indices.csv", "timestamp,asset,borrow_index")
        .with("parameters.yaml", "global:")
        .with("README.md", "read me");

    assertThat(directory.open().files())
        .map(DataFile::name)
        .containsExactly("indices.csv", "quotes-a.csv.gz", "quotes-b.csv");
    assertThat(directory.open().passedOver()).isEmpty();
  }

  @Test
  void namesThatEndOtherwiseArePassedOverAndSaid() {
    directory
        .with("quotes.csv", "timestamp,asset,price")
        .with("quotes.csv.zst", "?")
        .with("positions.xlsx", "?");

    assertThat(directory.open().passedOver()).containsExactly("positions.xlsx", "quotes.csv.zst");
  }

  @Test
  void aMissingDirectory() {
    assertRefused(path.resolve("none"), "no such directory");
  }

  @Test
  void aFileInItsPlace() {
    directory.with("quotes.csv", "timestamp,asset,price");

    assertRefused(path.resolve("quotes.csv"), "not a directory");
  }

  @Test
  void nothingToRead() {
    assertRefused(
        path,
        "nothing to read; looked for quotes*, candles*, indices*, stress*, accounts*, positions*,"
            + " each ending in one of .csv, .csv.gz, .avro, .parquet");
  }

  @Test
  void nothingToReadButSomethingThatLooksLikeIt() {
    directory.with("quotes.xlsx", "?");

    assertThatThrownBy(() -> DataDirectory.open(path))
        .hasMessageEndingWith(".parquet; found quotes.xlsx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quotes.csv|timestamp,asset,prize|price|timestamp, asset, prize|quotes files have timestamp,"
            + " asset, price [source, confidence, sequence]",
        "candles.csv|timestamp,asset|open, high, low, close|timestamp, asset|candles files have"
            + " timestamp, asset, open, high, low, close [volume, source]",
        "indices.csv|timestamp,asset|exchange_rate or borrow_index|timestamp, asset|indices files have"
            + " timestamp, asset [exchange_rate, borrow_index]",
        "positions.csv|Timestamp|timestamp, account, asset, kind, amount|Timestamp|positions files"
            + " have timestamp, account, asset, kind, amount [entry_price, venue, sequence]"
      })
  void aMissingColumnIsNamedWithWhatIsThereAndWhatIsNeeded(
      String name, String header, String missing, String found, String allowed) {
    directory.with(name, header);

    assertFileRefused(name, "no column " + missing + "; found " + found + "; " + allowed);
  }

  @Test
  void aColumnThatStandsTwice() {
    directory.with("quotes.csv", "timestamp,price,asset,price");

    assertFileRefused("quotes.csv", "column price stands twice in the header");
  }

  @Test
  void anEmptyFile() {
    directory.with("quotes.csv", new byte[0]);

    assertFileRefused("quotes.csv", "empty; a header is needed");
  }

  @Test
  void aFileThatIsNotWhatItsNameSays() {
    directory.with("quotes.avro", "timestamp,asset,price");
    assertThatThrownBy(directory::open)
        .hasMessageStartingWith(
            path.resolve("quotes.avro") + ": not an Avro container file, or a truncated one (");

    directory.with("quotes.avro", new byte[0]);
    assertThatThrownBy(directory::open)
        .hasMessageStartingWith(path.resolve("quotes.avro") + ": not an Avro container file");
  }

  @Test
  void aParquetFileThatIsNone() {
    directory.with("quotes.parquet", "timestamp,asset,price");

    assertThatThrownBy(directory::open)
        .hasMessageStartingWith(
            path.resolve("quotes.parquet") + ": not a Parquet file, or a truncated one (")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aGzipFileThatIsNone() throws Exception {
    Files.writeString(path.resolve("quotes.csv.gz"), "timestamp,asset,price");

    assertFileRefused("quotes.csv.gz", "not a gzip file, or a truncated one");
  }
}
