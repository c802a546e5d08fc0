package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.terminal.AccountPage;
import io.plimsoll.jobs.terminal.BookJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll account}. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints one account: what it holds, where it stands, at which price of each asset it would be"
          + " on its line, and what happened to it.",
      "From the topics of a monitor, or with --run from the files of a demo or backfill; prices are"
          + " those of the last bar close."
    })
final class AccountCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "Its name; account/venue for one part of an ISOLATED account.")
  private String id = "";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Mixin private BookOptions accounts = new BookOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Book all = accounts.book(err);
    List<EventLine> events = accounts.events(this::concerns, err);
    AccountView view =
        AccountView.of(all, id, events)
            .orElseThrow(
                () ->
                    new BadArgumentException(
                        "nobody of the name "
                            + id
                            + " among "
                            + all.size()
                            + " accounts; allowed is the name of one"));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      new PrintedJson<AccountView>(out, BookJson::write).accept(view);
    } else {
      AccountPage.of(view).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  /** Of the account, or of a part of it. */
  private boolean concerns(EventLine event) {
    return event.account().equals(id) || event.account().startsWith(id + '/');
  }
}
