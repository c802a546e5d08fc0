(function (plimsoll) {
  'use strict';

  const colour = name => () => plimsoll.theme.colour(name);

  function common(axis) {
    return Object.assign({
      stroke: colour('muted'),
      font: plimsoll.theme.font(),
      labelFont: plimsoll.theme.font(),
      labelSize: 16,
      labelGap: 0,
      gap: 4,
      grid: {stroke: colour('grid'), width: 1},
      ticks: {stroke: colour('line'), width: 1, size: 4}
    }, axis);
  }

  // all charts have gutters of the same width, so that one moment stands at one place in all
  const GUTTER = 84;

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  const STEPS = [1, 5, 10, 50, 100, 500].concat(
    [1, 2, 5, 10, 15, 30].map(n => n * SECOND), [1, 2, 5, 10, 15, 30].map(n => n * MINUTE),
    [1, 2, 3, 6, 12].map(n => n * HOUR), [1, 2, 5, 10, 30, 90, 180, 360, 720, 1800, 3600].map(n => n * DAY));

  plimsoll.axes = {
    gutter: GUTTER,

    time(more) {
      return common(Object.assign({
        size: 42,
        space: 72,
        incrs: STEPS,
        // whole steps since the epoch: times are UTC wherever the page is read
        splits(u, axis, min, max, incr) {
          const splits = [];
          for (let ms = Math.ceil(min / incr) * incr; ms <= max; ms += incr) {
            splits.push(ms);
          }
          return splits;
        },
        values(u, splits, axis, space, incr) {
          let day = null;
          return splits.map(ms => {
            const today = plimsoll.format.day(ms);
            const clock = incr < MINUTE ? plimsoll.format.seconds(ms) : plimsoll.format.clock(ms);
            const text = incr >= DAY ? today : today === day ? clock : clock + '\n' + today;
            day = today;
            return text;
          });
        }
      }, more));
    },

    /** A vertical axis; names are given as lines of text at given places. */
    value(label, values, more) {
      return common(Object.assign({
        size: GUTTER - (label ? 16 : 0),
        space: 34,
        label: label || undefined,
        values: (u, splits) => splits.map(v => v === null ? null : values(v))
      }, more));
    },

    plain: common
  };
})(window.plimsoll = window.plimsoll || {});
