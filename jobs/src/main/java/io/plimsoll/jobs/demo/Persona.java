package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.util.List;

/** Who is in the market, how many in a hundred, and what they hold when they come. */
enum Persona {
  /** Borrows dollars against what will rise. */
  BORROWER(56, Mode.GROSS) {
    @Override
    void open(DemoAccount account, Market market) {
      String venue = market.chance().happens(0.12) ? Timetable.WEAK_VENUE : "";
      loan(account, market, market.collateral(), venue);
    }
  },
  /** Borrows what will fall against dollars. */
  SHORT_SELLER(4, Mode.GROSS) {
    @Override
    void open(DemoAccount account, Market market) {
      double owed = market.debtUsd();
      DemoAsset asset = market.chance().pick(DemoAsset.PERPETUALS);
      account.hold(
          DemoAsset.USDC,
          Kind.COLLATERAL,
          owed * market.health() / market.worth(DemoAsset.USDC) / DemoAsset.USDC.threshold());
      account.hold(asset, Kind.DEBT, owed / market.worth(asset));
    }
  },
  /** Buys staked ether with borrowed ether, again and again. */
  LOOPER(8, Mode.GROSS) {
    @Override
    String category() {
      return DemoAccount.LOOPS;
    }

    @Override
    void open(DemoAccount account, Market market) {
      double owed = market.debtUsd() * 3;
      double health = market.chance().between(1.032, 1.14);
      account.hold(
          DemoAsset.STETH, Kind.COLLATERAL, owed * health / 0.93 / market.worth(DemoAsset.STETH));
      account.hold(DemoAsset.ETH, Kind.DEBT, owed / market.worth(DemoAsset.ETH));
    }
  },
  /** Trades perpetuals with all the account has. */
  TRADER(14, Mode.NETTED) {
    @Override
    void open(DemoAccount account, Market market) {
      perpetual(account, market);
    }
  },
  /** The same, on a venue that does not net. */
  GROSS_TRADER(5, Mode.GROSS) {
    @Override
    void open(DemoAccount account, Market market) {
      perpetual(account, market);
    }
  },
  /** Sold forward what it holds, and borrowed against the difference: a crash should not matter. */
  HEDGER(5, Mode.NETTED) {
    @Override
    void open(DemoAccount account, Market market) {
      double value = market.debtUsd() * 2;
      double price = market.worth(DemoAsset.ETH);
      double hedged = market.chance().between(0.8, 1.0);
      account.hold(DemoAsset.ETH, Kind.COLLATERAL, value / price);
      account.hold(DemoAsset.ETH, Kind.SHORT, DemoAsset.ETH.venue(), price, hedged * value / price);
      account.hold(DemoAsset.USDC, Kind.DEBT, hedged * value / market.chance().between(1.35, 2.4));
    }
  },
  /** Keeps a loan on each of two venues, neither answering for the other. */
  SPLIT(6, Mode.ISOLATED) {
    @Override
    void open(DemoAccount account, Market market) {
      loan(account, market, List.of(DemoAsset.ETH, DemoAsset.BTC), "main");
      loan(account, market, List.of(DemoAsset.SOL), Timetable.WEAK_VENUE);
    }
  },
  /** Owes nothing, and is asked for nothing. */
  SAVER(2, Mode.GROSS) {
    @Override
    void open(DemoAccount account, Market market) {
      DemoAsset asset = market.chance().pick(DemoAsset.VOLATILE);
      account.hold(asset, Kind.COLLATERAL, market.debtUsd() / market.worth(asset));
    }
  };

  private final int share;
  private final Mode mode;

  Persona(int share, Mode mode) {
    this.share = share;
    this.mode = mode;
  }

  abstract void open(DemoAccount account, Market market);

  String category() {
    return Settings.NO_CATEGORY;
  }

  Mode mode() {
    return mode;
  }

  static Persona draw(Chance chance) {
    int drawn = chance.below(100);
    for (Persona persona : values()) {
      drawn -= persona.share;
      if (drawn < 0) {
        return persona;
      }
    }
    throw new AssertionError("the shares make a hundred");
  }

  /** A loan of dollars in one or two currencies, at this venue or at each asset's own. */
  private static void loan(
      DemoAccount account, Market market, List<DemoAsset> collateral, String venue) {
    double owed = market.debtUsd();
    double health = market.health();
    for (DemoAsset asset : collateral) {
      double value = owed * health / asset.threshold() / collateral.size();
      account.hold(
          asset,
          Kind.COLLATERAL,
          venue.isEmpty() ? asset.venue() : venue,
          0,
          value / market.worth(asset));
    }
    double inDai = market.chance().happens(0.1) ? 0.5 : market.chance().happens(0.25) ? 1 : 0;
    dollars(account, market, DemoAsset.DAI, owed * inDai, venue);
    dollars(account, market, DemoAsset.USDC, owed * (1 - inDai), venue);
  }

  private static void dollars(
      DemoAccount account, Market market, DemoAsset asset, double owed, String venue) {
    if (owed > 0) {
      account.hold(
          asset, Kind.DEBT, venue.isEmpty() ? asset.venue() : venue, 0, owed / market.worth(asset));
    }
  }

  private static void perpetual(DemoAccount account, Market market) {
    Chance chance = market.chance();
    DemoAsset asset = chance.pick(DemoAsset.PERPETUALS);
    DemoAsset margin = chance.happens(0.7) ? DemoAsset.USDC : DemoAsset.ETH;
    double notional = Math.min(20_000_000, chance.logNormal(11_000, 1.6));
    double health = Math.max(1.3, Math.min(20, 1.2 + chance.logNormal(3.5, 0.8)));
    double price = market.worth(asset);
    account.hold(
        margin,
        Kind.COLLATERAL,
        notional * asset.maintenance() * health / margin.threshold() / market.worth(margin));
    account.hold(
        asset,
        chance.happens(0.72) ? Kind.LONG : Kind.SHORT,
        asset.venue(),
        price,
        notional / price);
  }
}
