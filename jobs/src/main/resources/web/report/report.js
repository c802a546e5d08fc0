(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;
  const data = JSON.parse(document.getElementById('data').textContent);
  const report = document.getElementById('report');
  const nav = document.getElementById('nav');

  const shared = {
    span: plimsoll.span(data.from, data.to),
    asset: data.assets.length ? data.assets[0].asset : null,
    register(name, picture) {
      Object.defineProperty(charts, name, {get: () => picture.plot, enumerable: true, configurable: true});
    }
  };
  const charts = {};
  const pictures = {};
  plimsoll.report = {data, charts, pictures, span: shared.span, select};

  const {section, watch} = plimsoll.sections(report, nav);
  const choices = [];

  /** A picture in its place, made when it comes near. */
  function picture(parent, name, height, build) {
    const place = element('div', {class: 'place'});
    parent.append(place);
    plimsoll.lazily(place, height, () => {
      pictures[name] = build(place, data, shared);
      shared.register(name, pictures[name]);
    });
  }

  /** Which asset is shown, in every section that shows one. */
  function select(asset) {
    if (data.assets.some(a => a.asset === asset) || data.map && data.map.assets.some(a => a.asset === asset)) {
      shared.asset = asset;
      choices.forEach(choice => choice.show(asset));
      Object.values(pictures).forEach(one => one.select(asset));
    }
  }

  function assetSelect(assets) {
    const choice = plimsoll.assetChoice(select);
    choice.offer(assets.map(a => a.asset));
    choice.show(shared.asset);
    choices.push(choice);
    return choice.root;
  }

  const absent = text => element('p', {class: 'notice'}, text);

  function head() {
    document.title = (data.onPaper ? 'Simulated: ' : '') + 'Plimsoll report: ' + data.title;
    if (data.onPaper) {
      document.getElementById('run').before(element('p', {class: 'notice simulated'},
        element('strong', {}, 'Simulated.'), ' Liquidations were carried out on paper, at the figures of their terms: '
        + 'what accounts hold after them is invented, and so is every figure that rests on it.'));
    }
    document.getElementById('run').append(
      element('strong', {}, data.title), ' · ',
      element('time', {datetime: format.iso(data.from), title: format.iso(data.from)}, format.time(data.from)), ' to ',
      element('time', {datetime: format.iso(data.to), title: format.iso(data.to)}, format.time(data.to)),
      ' · bars of ' + format.length(data.barMs));
    document.getElementById('foot').append('Plimsoll ' + data.version
      + '. Times are UTC, values USD. Figures are rounded for reading; point at one for the exact one.');
  }

  function summary() {
    const root = section('summary', 'Summary', 'Summary', 'What the run came to, from its first to its last instant.');
    if (!data.input) {
      root.append(absent('The files that went into this run were not at hand: '
        + 'there are no health factors of all accounts, no liquidation map, and no holdings behind the events.'));
    }
    root.append(plimsoll.tiles(data), element('p', {class: 'note hint'},
      'In any chart over time: drag to zoom, double-click or press Escape to show all. '
      + 'With the focus on a chart, + and − zoom, arrows move the cursor, Shift with arrows '
      + 'moves the visible time. All charts show the same time.'));
  }

  function asset() {
    const root = section('asset', 'Asset', 'Price, volatility and load factor',
      'The mark of one asset, how widely it could move within the horizon of the band, '
      + 'and how far its thresholds were tightened.');
    if (data.assets.length === 0) {
      root.append(absent('No asset has had a mark.'));
      return;
    }
    root.append(assetSelect(data.assets));
    picture(root, 'price', 360, plimsoll.pictures.price);
    picture(root, 'volatility', 210, plimsoll.pictures.volatility);
    picture(root, 'load-factor', 210, plimsoll.pictures.loadFactor);
  }

  function levels() {
    const root = section('levels', 'Levels', 'Margin calls, liquidations and insolvencies',
      'When accounts changed their level, how many stood at each, and what they owed.');
    if (!data.levels || data.levels.t.length === 0) {
      root.append(absent('No account changed its level.'));
      return;
    }
    picture(root, 'transitions', 280, plimsoll.pictures.transitions);
    picture(root, 'levels', 280, plimsoll.pictures.levels);
    picture(root, 'value', 280, plimsoll.pictures.value);
  }

  function distribution() {
    const root = section('distribution', 'Health factors', 'Health factors as they move',
      'How much is owed at each health factor, moment by moment: what sinks below 1 is liquidatable.');
    if (!data.distribution || data.distribution.t.length === 0) {
      root.append(absent('Needs the files that went into the run, which were not at hand.'));
      return;
    }
    picture(root, 'distribution', 520, plimsoll.pictures.distribution);
  }

  function map() {
    const root = section('map', 'Liquidation map', 'Liquidation map',
      'What would be owed by accounts that are not below their line now '
      + 'and would be if one asset alone moved by so much.');
    if (!data.map || data.map.t.length === 0 || data.map.assets.length === 0) {
      root.append(absent('Needs the files that went into the run, which were not at hand.'));
      return;
    }
    root.append(assetSelect(data.map.assets));
    shared.moment = ms => {
      if (pictures['map-time']) {
        pictures['map-time'].mark(ms);
      }
    };
    shared.go = ms => pictures.map && pictures.map.go(ms);
    picture(root, 'map', 440, plimsoll.pictures.map);
    picture(root, 'map-time', 480, plimsoll.pictures.mapTime);
  }

  function accounts() {
    const left = data.eventsLeftOut > 0
      ? ' ' + format.count(data.eventsLeftOut) + ' of their events are not in this file.' : '';
    const root = section('accounts', 'Accounts', 'Accounts that mattered',
      'The accounts that fell lowest; open one to see how each of its events came about.' + left);
    root.append(data.accounts.length === 0 ? absent('No account changed its level.') : plimsoll.accounts(data, shared));
  }

  function refused() {
    const root = section('refused', 'Refused', 'Refused rows',
      'Rows of the input that were not believed and changed nothing, and why.');
    if (data.refused.reasons.length === 0) {
      root.append(absent('Every row was believed.'));
      return;
    }
    if (data.refused.t.length > 0) {
      picture(root, 'refused', 100 + data.refused.reasons.length * 32, plimsoll.pictures.refused);
    }
    root.append(...[plimsoll.refusals(data.refused)].flat(2).filter(Boolean));
  }

  function parameters() {
    const root = section('parameters', 'Parameters', 'Parameters',
      'The parameters that the run was judged by, as they were written.');
    root.append(data.parameters
      ? element('details', {}, element('summary', {}, 'parameters.yaml'),
        element('pre', {tabindex: '0'}, data.parameters))
      : absent('The parameters were not at hand.'));
  }

  // paper has nothing to open
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('#parameters details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => opened.splice(0).forEach(details => details.open = false));

  head();
  summary();
  asset();
  levels();
  distribution();
  map();
  accounts();
  refused();
  parameters();
  const tools = plimsoll.spanTools(shared.span, 'Show all', 'Show all of the time (Escape in a chart)');
  if (data.onPaper) {
    tools.prepend(element('strong', {class: 'nav-simulated', title: 'Liquidations were carried out on paper'},
      'simulated'));
  }
  watch(tools);
})(window.plimsoll = window.plimsoll || {});
