(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;

  const TILES = [
    ['accounts', 'accounts', 'count'],
    ['atMarginCall', 'at margin call', 'share', 'call'],
    ['atLiquidatable', 'at liquidatable', 'share', 'liquidatable'],
    ['atInsolvent', 'at insolvent', 'share', 'insolvent'],
    ['atRiskUsd', 'value at risk', 'money', 'liquidatable'],
    ['badDebtUsd', 'bad debt', 'money', 'insolvent'],
    ['events', 'margin events', 'count'],
    ['refused', 'rows refused', 'count']
  ];

  /** What stands now, as figures. */
  plimsoll.liveTiles = function (parent) {
    const list = element('dl', {class: 'tiles'});
    parent.append(list);
    const show = plimsoll.rows(list, {
      key: tile => tile.field,
      make({field, label, colour}) {
        const [value, note] = [element('dd', {}), element('dd', {class: 'tile-note'})];
        return {value, note, root: element('div', {class: 'tile' + (colour ? ' tile-' + colour : ''),
          'data-figure': field}, element('dt', {}, label), value, note)};
      },
      show({root, value, note}, {figure, kind, accounts}) {
        const money = kind === 'money';
        root.setAttribute('data-value', figure === null ? '' : String(figure));
        root.title = money ? format.exactMoney(figure) : format.exact(figure);
        write(value, money ? format.money(figure) : format.count(figure));
        write(note, kind === 'share' && accounts ? format.percent(figure / accounts) + ' of all' : '');
      }
    });
    return {
      update({summary}) {
        show(TILES.map(([field, label, kind, colour]) => ({field, label, kind, colour, accounts: summary.accounts,
          figure: summary[field] === undefined ? null : summary[field]})));
      }
    };
  };
})(window.plimsoll = window.plimsoll || {});
