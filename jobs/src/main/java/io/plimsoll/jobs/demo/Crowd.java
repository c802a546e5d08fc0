package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes {@code accounts.csv} and {@code positions.csv}: everybody in the market, from the seed.
 */
final class Crowd {

  /** Most accounts are there when the market opens; they come with the first quotes. */
  private static final double THERE_AT_THE_START = 0.7;

  private static final double LAST_OPENING = 1_380;

  private final int accounts;
  private final PricePaths prices;
  private final Chance chance;

  Crowd(int accounts, PricePaths prices, Chance chance) {
    this.accounts = accounts;
    this.prices = prices;
    this.chance = chance;
  }

  void write(Path directory) throws IOException {
    PositionTape positions = new PositionTape();
    SettingsTape settings = new SettingsTape();
    String name = "a-%0" + Math.max(4, String.valueOf(accounts - 1).length()) + "d";
    for (int i = 0; i < accounts; i++) {
      settle(String.format(Locale.ROOT, name, i), positions, settings, chance.fork());
    }
    positions.write(directory);
    settings.write(directory);
  }

  private void settle(String name, PositionTape positions, SettingsTape settings, Chance own) {
    Persona persona = Persona.draw(own);
    DemoAccount account = new DemoAccount(name, persona.mode(), persona.category());
    double opened =
        own.happens(THERE_AT_THE_START) ? own.between(0.5, 4) : own.between(4, LAST_OPENING);
    persona.open(account, new Market(prices, opened, own));
    settings(account, opened, settings, own);
    new AccountLife(account, prices, positions, own).live(opened);
  }

  /** Some want to be called early; some have a second thought on the evening before. */
  private static void settings(
      DemoAccount account, double opened, SettingsTape settings, Chance own) {
    String marginCall = own.happens(0.08) ? own.pick(SettingsTape.OWN_MARGIN_CALLS) : "";
    boolean plain = account.mode() == Mode.GROSS && account.category().isEmpty();
    if (!plain || !marginCall.isEmpty()) {
      settings.tell(opened, account, marginCall);
    }
    if (own.happens(0.01)) {
      settings.tell(own.between(LAST_OPENING, Timetable.FIRST_LEG), account, "1.4");
    }
  }
}
