(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;
  const FIGURES = [
    ['healthFactor', 'health factor', format.ratio, format.exact],
    ['assets', 'assets A', format.money, format.exactMoney],
    ['liabilities', 'liabilities L', format.money, format.exactMoney],
    ['collateralValue', 'collateral', format.money, format.exactMoney],
    ['debtValue', 'debt', format.money, format.exactMoney],
    ['equity', 'equity', format.money, format.exactMoney]
  ];
  const KINDS = {COLLATERAL: 'collateral', DEBT: 'debt', LONG: 'long', SHORT: 'short'};
  const HEADS = [['kind'], ['venue'], ['asset'], ['amount', true], ['entered at', true], ['mark', true],
    ['on its line at', true], ['move to it', true]];

  function tile(label) {
    const value = element('dd', {});
    return {value, root: element('div', {class: 'tile'}, element('dt', {}, label), value)};
  }

  function holdingRow({holding}) {
    const [mark, line, move] = [0, 1, 2].map(() => element('td', {class: 'number'}));
    const [amount, entered] = [0, 1].map(() => element('td', {class: 'number'}));
    return {amount, entered, mark, line, move, root: element('tr', {},
      element('td', {}, KINDS[holding.kind] || holding.kind), element('td', {}, holding.venue || format.none),
      element('td', {}, holding.asset), amount, entered, mark, line, move)};
  }

  function showHolding(row, {holding, mark, line}) {
    const known = price => price !== null && price !== undefined;
    const move = known(mark) && known(line) ? line / mark - 1 : null;
    write(row.amount, format.amount(holding.amount), String(holding.amount));
    write(row.entered, known(holding.entryPrice) ? format.price(Number(holding.entryPrice)) : format.none);
    write(row.mark, format.price(mark), format.exactMoney(mark));
    write(row.line, format.price(line), format.exactMoney(line));
    write(row.move, format.signedPercent(move, 2), format.exact(move));
  }

  function eventItem(event) {
    return {root: element('li', {},
      element('time', {datetime: format.iso(event.instant), title: format.iso(event.instant)},
        format.time(event.instant)), ' ',
      event.from === event.to ? [plimsoll.level(event.to), ' again']
        : [plimsoll.level(event.from), ' → ', plimsoll.level(event.to)],
      element('span', {class: 'event-figure', title: format.exact(event.healthFactor)},
        ' HF ' + format.ratio(event.healthFactor)))};
  }

  const eventKey = event => event.instant + ' ' + event.from + ' ' + event.to;

  /** What a part of an account stands at, holds and went through; parts of an isolated account stand alone. */
  plimsoll.accountPart = function (parent, named, shared) {
    let level = null;
    let picture = null;
    let drawn = '';
    const title = element('h3', {hidden: !named});
    const standing = element('p', {class: 'standing'});
    const tiles = element('dl', {class: 'tiles'});
    const figures = FIGURES.map(figure => tile(figure[1]));
    tiles.append(...figures.map(figure => figure.root));
    const holdings = element('tbody', {});
    const nothing = element('p', {class: 'note'}, 'No margin event is known of it.');
    const list = element('ol', {class: 'account-events'});
    const chart = element('div', {class: 'place'});
    const root = element('div', {class: 'account-part'}, title, standing, tiles, element('h4', {}, 'Holdings'),
      element('div', {class: 'scroll', role: 'region', 'aria-label': 'Holdings', tabindex: '0'},
        element('table', {}, element('thead', {}, element('tr', {}, HEADS.map(([name, number]) =>
          element('th', {scope: 'col', class: number ? 'number' : null}, name)))), holdings)),
      element('p', {class: 'note'}, 'On its line: at this price of the asset alone it would be liquidatable.'),
      element('h4', {}, 'Margin events'), nothing, chart, list);
    parent.append(root);
    const showHoldings = plimsoll.rows(holdings, {key: row => row.key, make: holdingRow, show: showHolding});
    const showEvents = plimsoll.rows(list, {key: eventKey, make: eventItem});

    function timeline(part) {
      const events = part.events.slice().sort((a, b) => a.instant - b.instant);
      const account = {account: part.name, events: events.map(event => ({event}))};
      const keys = events.map(eventKey).join('\n');
      nothing.hidden = events.length > 0;
      showEvents(events.slice().reverse());
      if (events.length > 0 && !picture) {
        picture = plimsoll.pictures.account(chart, account, shared);
      } else if (picture && keys !== drawn) {
        picture.update(account);
      }
      drawn = keys;
    }

    function show(part) {
      write(title, part.name);
      if (part.level !== level) {
        level = part.level;
        standing.replaceChildren(plimsoll.level(level));
      }
      FIGURES.forEach(([field, , short, exact], k) => write(figures[k].value, short(part[field]), exact(part[field])));
      showHoldings(part.holdings.map((holding, k) => ({holding, mark: part.marks[holding.asset],
        line: part.liquidationPrices[holding.asset], key: [k, holding.venue, holding.asset, holding.kind].join(' ')})));
      timeline(part);
    }

    function destroy() {
      if (picture) {
        picture.destroy();
      }
      root.remove();
    }

    return {root, show, destroy};
  };
})(window.plimsoll = window.plimsoll || {});
