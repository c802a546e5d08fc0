(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;

  const TILES = [
    ['accounts', 'accounts', 'count'],
    ['events', 'margin events', 'count'],
    ['called', 'accounts called', 'count'],
    ['liquidatable', 'accounts liquidatable', 'count', 'liquidatable'],
    ['insolvent', 'accounts insolvent', 'count', 'insolvent'],
    ['peakAtRiskUsd', 'highest value at risk', 'money', 'liquidatable', 'peakAtRiskAt'],
    ['peakBadDebtUsd', 'highest bad debt', 'money', 'insolvent', 'peakBadDebtAt'],
    ['badDebtAtEndUsd', 'bad debt at the end', 'money', 'insolvent'],
    ['paperLiquidations', 'liquidations on paper', 'count', 'liquidatable'],
    ['paperValueUsd', 'liquidated on paper', 'money', 'liquidatable'],
    ['refused', 'rows refused', 'count']
  ];

  plimsoll.tiles = function (data) {
    return element('dl', {class: 'tiles'}, TILES.filter(([field]) => data.onPaper || !field.startsWith('paper')).map(([field, label, kind, colour, at]) => {
      const value = data.summary[field];
      const told = value === undefined ? null : value;
      const money = kind === 'money';
      const share = field === 'called' || field === 'liquidatable' || field === 'insolvent'
        ? shareOf(value, data.summary.accounts) : null;
      const note = at ? data.summary[at] === null ? null : format.time(data.summary[at]) : share;
      return element('div', {class: 'tile' + (colour ? ' tile-' + colour : ''), 'data-figure': field,
        'data-value': told === null ? '' : String(told), title: money ? format.exactMoney(told) : format.exact(told)},
      element('dt', {}, label),
      element('dd', {}, money ? format.money(told) : format.count(told)),
      note ? element('dd', {class: 'tile-note'}, note) : null);
    }));
  };

  function shareOf(value, accounts) {
    return accounts ? format.percent(value / accounts) + ' of all' : null;
  }
})(window.plimsoll = window.plimsoll || {});
