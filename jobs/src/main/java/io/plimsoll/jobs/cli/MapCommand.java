package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.terminal.BookJson;
import io.plimsoll.jobs.terminal.MapPage;
import io.plimsoll.risk.health.AssetTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll map}. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the liquidation map of an asset: what accounts owe that would be below their line if"
          + " its price alone moved so far.",
      "From the topics of a monitor, or with --run from the files of a demo or backfill; prices are"
          + " those of the last bar close."
    })
final class MapCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ASSET", description = "Its name.")
  private String asset = "";

  @Option(names = "--json", description = "One JSON object, with all moves.")
  private boolean json;

  @Mixin private BookOptions accounts = new BookOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Book all = accounts.book(spec.commandLine().getErr());
    AssetTable assets = all.assets();
    int id = assets.id(asset);
    if (id == AssetTable.UNKNOWN || !assets.isMarked(id)) {
      throw new BadArgumentException(
          "there is no mark of " + asset + "; allowed is an asset of the parameters that has one");
    }
    boolean onPaper = all.parameters().onPaper();
    BookPicture picture = BookPicture.of(all, all.lastBar());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      new PrintedJson<BookPicture>(out, (map, to) -> BookJson.write(asset, id, map, onPaper, to))
          .accept(picture);
    } else {
      MapPage.of(asset, id, picture, onPaper).forEach(out::println);
    }
    out.flush();
    return 0;
  }
}
