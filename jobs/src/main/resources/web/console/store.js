(function (plimsoll) {
  'use strict';

  // Nothing here changes what it is given: a picture may go on showing the data that it was made of,
  // and what did not change is the same object as before, so that it need not be drawn again.

  const MOMENTS = 96;
  const EVENTS = 500;
  const OF_ASSET = ['mid', 'lowest', 'highest', 'volatility', 'loadFactor'];
  const OF_LEVELS = ['marginCalls', 'liquidations', 'insolvencies', 'recoveries', 'atMarginCall', 'atLiquidatable',
    'atInsolvent', 'atRiskUsd', 'badDebtUsd'];
  const OF_DISTRIBUTION = ['accounts', 'debtUsd', 'free'];
  const OF_MAP = ['mid', 'debtUsd', 'accounts'];

  /** How many of these ascending times lie before a moment. */
  function before(t, ms) {
    const found = t.findIndex(time => time >= ms);
    return found < 0 ? t.length : found;
  }

  /** Rows of a table of columns, from one on and up to another; the table itself where these are all. */
  function rows(table, columns, begin, end) {
    if (begin <= 0 && end >= table[columns[0]].length) {
      return table;
    }
    const cut = Object.assign({}, table);
    columns.forEach(column => cut[column] = table[column].slice(begin, end));
    return cut;
  }

  function joined(table, more, columns) {
    const grown = Object.assign({}, table, more);
    columns.forEach(column => grown[column] = table[column].concat(more[column]));
    return grown;
  }

  /** Rows from a moment on give way to new ones. */
  function replaced(table, more, since, columns) {
    return joined(rows(table, columns, 0, before(table.t, since)), more, columns);
  }

  function mergedAssets(assets, news, barMs) {
    const columns = ['t'].concat(OF_ASSET);
    const merged = assets.slice();
    for (const {since, ...asset} of news) {
      const at = merged.findIndex(known => known.asset === asset.asset);
      if (at < 0) {
        merged.push(Object.assign({stepMs: barMs, outages: []}, asset));
      } else {
        merged[at] = replaced(merged[at], asset, since, columns);
      }
    }
    return merged;
  }

  function mergedLevels(levels, news, barMs) {
    const {since, ...rest} = news;
    return levels ? replaced(levels, rest, since, ['t'].concat(OF_LEVELS)) : Object.assign({stepMs: barMs}, rest);
  }

  function mergedDistribution(distribution, news) {
    return distribution ? replaced(distribution, news, news.since, ['t'].concat(OF_DISTRIBUTION)) : news;
  }

  /** What the map of an asset is at moments at which nobody held it. */
  function empty(asset, moments, moves) {
    const zeros = () => Array.from({length: moments}, () => new Array(moves).fill(0));
    return {asset, mid: new Array(moments).fill(null), debtUsd: zeros(), accounts: zeros()};
  }

  function mergedMap(map, news) {
    if (!map) {
      return news;
    }
    const kept = before(map.t, news.since);
    const old = rowsOfMap(map, 0, kept);
    const of = (assets, name, moments) => assets.find(a => a.asset === name)
      || empty(name, moments, map.moves.length);
    const names = new Set(map.assets.concat(news.assets).map(a => a.asset));
    return Object.assign(joined(old, news, ['t', 'belowUsd']), {
      assets: [...names].map(name => joined(of(old.assets, name, kept), of(news.assets, name, news.t.length), OF_MAP))
    });
  }

  function rowsOfMap(map, begin, end) {
    const cut = rows(map, ['t', 'belowUsd'], begin, end);
    return cut === map ? map
      : Object.assign(cut, {assets: map.assets.map(asset => rows(asset, OF_MAP, begin, end))});
  }

  function rowsOfRefused(refused, begin) {
    const cut = rows(refused, ['t'], begin, refused.t.length);
    return cut === refused ? refused : Object.assign(cut, {
      reasons: refused.reasons.map(reason => Object.assign({}, reason, {perStep: reason.perStep.slice(begin)}))
    });
  }

  /** The list as it was, where the new one says the same. */
  const unchanged = (list, next) => next.every((item, k) => item === list[k]) ? list : next;

  /** The first row of a table of moments that is kept. */
  const oldest = (t, from) => Math.max(before(t, from), t.length - MOMENTS);

  /** Without what lies before the window: a page that is open for weeks is no larger than a new one. */
  function trimmed(data) {
    const {from, levels, distribution, map, refused} = data;
    const recent = (table, columns, begin) => table && rows(table, ['t'].concat(columns), begin(table.t), Infinity);
    const inWindow = t => before(t, from);
    return Object.assign({}, data, {
      assets: unchanged(data.assets, data.assets.map(asset => recent(asset, OF_ASSET, inWindow))),
      levels: recent(levels, OF_LEVELS, inWindow),
      distribution: recent(distribution, OF_DISTRIBUTION, t => oldest(t, from)),
      map: map && rowsOfMap(map, oldest(map.t, from), Infinity),
      refused: refused && rowsOfRefused(refused, before(refused.t, from)),
      events: data.events.length > EVENTS ? data.events.slice(0, EVENTS) : data.events
    });
  }

  /** Everything anew, from a message `all`. */
  plimsoll.whole = trimmed;

  /** The page's data with what is new in a message `step`. */
  plimsoll.merge = function (data, step) {
    const {assets, levels, distribution, map, events, ...figures} = step;
    const some = list => list && list.length > 0;
    return trimmed(Object.assign({}, data, figures, {
      assets: some(assets) ? mergedAssets(data.assets, assets, data.barMs) : data.assets,
      levels: levels ? mergedLevels(data.levels, levels, data.barMs) : data.levels,
      distribution: distribution && some(distribution.t) ? mergedDistribution(data.distribution, distribution)
        : data.distribution,
      map: map && some(map.t) ? mergedMap(data.map, map) : data.map,
      events: some(events) ? events.concat(data.events) : data.events
    }));
  };
})(window.plimsoll = window.plimsoll || {});
