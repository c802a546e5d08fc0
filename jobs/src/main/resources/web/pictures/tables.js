(function (plimsoll) {
  'use strict';

  const {element} = plimsoll;

  /** A cell with a figure: short to read, exact when pointed at. */
  plimsoll.figureCell = function (text, exact) {
    return element('td', {class: 'number', title: exact || null}, text);
  };

  /** A level by sign, colour and name. */
  plimsoll.level = function (level) {
    const glyph = '○▲■◆'[plimsoll.LEVELS.indexOf(level)] || '';
    return element('span', {class: 'level level-' + plimsoll.levelColour(level)},
      element('span', {class: 'level-glyph', 'aria-hidden': 'true'}, glyph), plimsoll.levelName(level));
  };

  /** A table that scrolls by itself where it is wider than the page. */
  plimsoll.table = function (label, columns, rows, foot) {
    return element('div', {class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0'},
      element('table', {class: columns.length <= 4 ? 'small' : null}, element('caption', {class: 'unseen'}, label),
        element('thead', {}, element('tr', {}, columns.map(([name, number, title]) =>
          element('th', {scope: 'col', class: number ? 'number' : null, title: title || null}, name)))),
        element('tbody', {}, rows.map(row => element('tr', {}, row))),
        foot ? element('tfoot', {}, foot.map(row => element('tr', {}, row))) : null));
  };
})(window.plimsoll = window.plimsoll || {});
