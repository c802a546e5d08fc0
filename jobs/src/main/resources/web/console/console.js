(function (plimsoll) {
  'use strict';

  const {element} = plimsoll;
  const main = document.getElementById('console');

  let data = null;
  let draws = 0;
  const charts = {};
  const pictures = {};
  const shared = {
    // of no length until something is known
    span: plimsoll.span(0, 0),
    asset: null,
    moving: false,
    current: () => data,
    select,
    register(name, picture) {
      pictures[name] = picture;
      Object.defineProperty(charts, name, {get: () => picture.plot, enumerable: true, configurable: true});
    }
  };
  const views = [];
  const choices = [];
  const {section, watch} = plimsoll.sections(main, document.getElementById('nav'));

  /** Which asset is shown, in every section that shows one. */
  function select(asset) {
    const has = part => part && part.assets.some(a => a.asset === asset);
    if (data && (has(data) || has(data.map))) {
      shared.asset = asset;
      choices.forEach(choice => choice.show(asset));
      Object.values(pictures).forEach(one => one.select(asset));
      draw();
    }
  }

  function assets(root) {
    views.push(plimsoll.assetTable(root, shared), plimsoll.drawn(root, shared,
      {ready: d => d.assets.length > 0, absent: 'No asset has had a mark yet.'}, [
        {name: 'price', height: 360, build: plimsoll.pictures.price, reads: d => d.assets},
        {name: 'volatility', height: 210, build: plimsoll.pictures.volatility, reads: d => d.assets},
        {name: 'load-factor', height: 210, build: plimsoll.pictures.loadFactor, reads: d => d.assets}
      ]));
  }

  function levels(root) {
    views.push(plimsoll.drawn(root, shared,
      {ready: d => d.levels !== null && d.levels.t.length > 0, absent: 'No account has changed its level yet.'}, [
        {name: 'transitions', height: 280, build: plimsoll.pictures.transitions, reads: d => d.levels},
        {name: 'levels', height: 280, build: plimsoll.pictures.levels, reads: d => d.levels},
        {name: 'value', height: 280, build: plimsoll.pictures.value, reads: d => d.levels}
      ]));
  }

  function distribution(root) {
    views.push(plimsoll.drawn(root, shared, {absent: 'The accounts have not been looked at yet.',
      ready: d => d.distribution !== null && d.distribution.t.length > 0}, [
      {name: 'distribution', height: 520, build: plimsoll.pictures.distribution, reads: d => d.distribution}
    ]));
  }

  function map(root) {
    const choice = plimsoll.assetChoice(select);
    choices.push(choice);
    root.append(choice.root);
    shared.moment = ms => pictures['map-time'] && pictures['map-time'].mark(ms);
    shared.go = ms => pictures.map && pictures.map.go(ms);
    const ready = d => d.map !== null && d.map.t.length > 0 && d.map.assets.length > 0;
    views.push({update: d => {
      choice.root.hidden = !ready(d);
      if (ready(d)) {
        choice.offer(d.map.assets.map(a => a.asset));
        choice.show(shared.asset);
      }
    }}, plimsoll.drawn(root, shared, {ready, absent: 'The accounts have not been looked at yet.'}, [
      {name: 'map', height: 440, build: plimsoll.pictures.map, reads: d => d.map},
      {name: 'map-time', height: 480, build: plimsoll.pictures.mapTime, reads: d => d.map}
    ]));
  }

  function refused(root) {
    const ready = d => d.refused.reasons.length > 0;
    const drawn = plimsoll.drawn(root, shared, {ready, absent: 'Every row was believed.'}, [
      {name: 'refused', height: 200, build: plimsoll.pictures.refused, reads: d => d.refused}
    ]);
    const tables = element('div', {});
    root.append(tables);
    let told = null;
    views.push(drawn, {update: d => {
      // the page's copy changes as steps leave the window, reasons and examples do not
      if (told !== d.refused.examples) {
        told = d.refused.examples;
        tables.replaceChildren(...(ready(d) ? plimsoll.refusals(d.refused) : []).flat(2).filter(Boolean));
      }
    }});
  }

  function draw() {
    head.update();
    if (data) {
      draws++;
      shared.moving = true;
      shared.span.extend(data.from, Math.max(data.to, data.from + 1000));
      shared.moving = false;
      views.forEach(view => view.update(data));
    }
  }

  function take(next) {
    data = next;
    if (!data.assets.some(a => a.asset === shared.asset)) {
      shared.asset = data.assets.length ? data.assets[0].asset : null;
    }
    wanted();
  }

  const monitor = section('monitor', 'Monitor', 'The monitor', 'Whether what is shown here can be relied on.');
  views.push(plimsoll.liveTiles(section('summary', 'Summary', 'Now', 'Where the accounts stand.')));
  assets(section('asset', 'Assets', 'Assets', 'The mark of each asset, how widely it could move within the horizon '
    + 'of the band, and how far its thresholds are tightened. A row selects its asset for all pictures.'));
  levels(section('levels', 'Levels', 'Margin calls, liquidations and insolvencies',
    'When accounts changed their level, how many stood at each, and what they owed.'));
  distribution(section('distribution', 'Health factors', 'Health factors as they move',
    'How much is owed at each health factor, moment by moment: what sinks below 1 is liquidatable.'));
  map(section('map', 'Liquidation map', 'Liquidation map', 'What would be owed by accounts that are not below their '
    + 'line now and would be if one asset alone moved by so much.'));
  views.push(plimsoll.feed(section('events', 'Events', 'Latest margin events', 'As they come, newest first.')));
  views.push(plimsoll.accountTable(section('accounts', 'Accounts', 'Accounts',
    'By level or by name; one opens at the side with what it holds and what would bring it down.')));
  refused(section('refused', 'Refused', 'Refused rows',
    'Rows of the input that were not believed and changed nothing, and why.'));

  const wanted = plimsoll.pace(draw);
  const connection = plimsoll.connection({
    all: message => take(plimsoll.whole(message)),
    // what came before everything would be added to nothing
    step: message => data && take(plimsoll.merge(data, message)),
    changed: () => wanted()
  });
  const head = plimsoll.head(monitor, connection, () => data);
  const tools = plimsoll.spanTools(shared.span, 'Follow',
    'Show all of the window again and follow it (Escape in a chart)');
  tools.append(head.state);
  watch(tools);
  plimsoll.accountPanel(document.getElementById('account'), shared);

  plimsoll.console = {charts, pictures, span: shared.span, select,
    get data() {
      return data;
    },
    /** How the page is, for tests. */
    state: () => ({connection: connection.state, since: connection.since, messages: connection.messages, draws,
      asset: shared.asset})};

  // ages go on while nothing is heard
  setInterval(() => document.hidden || head.update(), 1000);
  wanted();
})(window.plimsoll = window.plimsoll || {});
