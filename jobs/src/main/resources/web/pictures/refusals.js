(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;

  /** Reasons with their counts, and a few of the rows themselves. */
  plimsoll.refusals = function (refused) {
    const total = refused.reasons.reduce((sum, r) => sum + r.count, 0);
    const cell = text => element('td', {}, text === undefined || text === null ? '' : text);
    return [
      element('h3', {}, 'By reason'),
      plimsoll.table('Refused rows by reason', [['reason'], ['rows', true], ['share', true]],
        refused.reasons.map(r => [element('td', {}, element('code', {}, r.reason)),
          plimsoll.figureCell(format.count(r.count)),
          plimsoll.figureCell(format.percent(total ? r.count / total : null))])),
      refused.examples.length === 0 ? null : [
        element('h3', {}, 'Examples'),
        plimsoll.table('Examples of refused rows', [['file'], ['line', true], ['reason'], ['row'], ['what was wrong']],
          refused.examples.map(e => [cell(e.file), plimsoll.figureCell(format.count(e.line)),
            element('td', {}, element('code', {}, e.reason)),
            element('td', {class: 'record'}, element('code', {}, e.record)), cell(e.detail)]))
      ]
    ];
  };
})(window.plimsoll = window.plimsoll || {});
