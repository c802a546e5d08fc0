(function (plimsoll) {
  'use strict';

  const {format, theme, axes} = plimsoll;

  const stepped = (colour, dash, fill) => ({
    stroke: () => theme.colour(colour), width: 1.5, dash, points: {show: false},
    fill: fill ? () => theme.tint(colour, fill) : undefined, paths: uPlot.paths.stepped({align: 1})
  });

  /** How many accounts stand at each level. Reads: levels. */
  plimsoll.pictures.levels = function (parent, data, shared) {
    const entry = (k, label, mark, colour) => ({label, mark, colour,
      value: (i, u) => format.count(u.data[k][i]), exact: (i, u) => format.exact(u.data[k][i])});
    const chart = plimsoll.chart(parent, {
      name: 'levels',
      title: 'Accounts at each level',
      height: 220,
      span: shared.span,
      steps: true,
      data: () => [data.levels.t, data.levels.atMarginCall, data.levels.atLiquidatable, data.levels.atInsolvent],
      moment: i => format.time(data.levels.t[i]),
      plot: () => ({
        series: [{}, stepped('call', [6, 3]), stepped('liquidatable'), stepped('insolvent', [2, 2])],
        scales: {y: {range: (u, min, max) => [0, Math.max(max || 0, 4) * 1.08]}},
        axes: [axes.time(), axes.value('accounts', v => Number.isInteger(v) ? format.count(v, true) : null)]
      }),
      legend: [
        entry(1, 'at margin call', 'dashed', 'call'),
        entry(2, 'at liquidatable', 'line', 'liquidatable'),
        entry(3, 'at insolvent', 'dotted', 'insolvent')
      ]
    });
    return plimsoll.picture(chart, {
      update(newData) {
        data = newData;
        chart.refresh();
      }
    });
  };

  /** What is owed by accounts at LIQUIDATABLE or worse, and bad debt. Reads: levels. */
  plimsoll.pictures.value = function (parent, data, shared) {
    let scale = 'linear';
    const entry = (field, label, mark, colour) => ({label, mark, colour,
      value: i => format.money(data.levels[field][i]), exact: i => format.exactMoney(data.levels[field][i])});
    // a logarithm has no zero: it stands on the floor, five decades below the top
    const top = () => Math.ceil(Math.log10(data.levels.atRiskUsd.concat(data.levels.badDebtUsd)
      .reduce((most, v) => Math.max(most, v), 100000)));
    const floor = () => Math.pow(10, top() - 5);

    function lifted(values) {
      const least = floor();
      return scale === 'linear' ? values : values.map(v => v === null ? null : Math.max(v, least));
    }

    const decades = () => [5, 4, 3, 2, 1, 0].map(k => Math.pow(10, top() - k));
    const chart = plimsoll.chart(parent, {
      name: 'value',
      title: 'Value at risk and bad debt',
      height: 220,
      span: shared.span,
      steps: true,
      data: () => [data.levels.t, lifted(data.levels.atRiskUsd), lifted(data.levels.badDebtUsd)],
      moment: i => format.time(data.levels.t[i]),
      plot: () => ({
        series: [{}, stepped('liquidatable', null, scale === 'linear' ? 0.12 : 0),
          stepped('insolvent', [4, 2], scale === 'linear' ? 0.3 : 0)],
        scales: {y: scale === 'linear'
          ? {range: (u, min, max) => [0, (max || 1) * 1.08]}
          : {distr: 3, range: () => [floor(), Math.pow(10, top())]}},
        axes: [axes.time(), axes.value('USD',
          v => scale === 'log' && v <= floor() ? '≤ ' + format.money(v, true) : format.money(v, true),
          scale === 'linear' ? {} : {splits: decades, filter: (u, splits) => splits})]
      }),
      legend: [
        entry('atRiskUsd', 'owed at liquidatable or worse', 'line', 'liquidatable'),
        entry('badDebtUsd', 'bad debt', 'dashed', 'insolvent')
      ]
    });
    chart.controls.append(plimsoll.choice('Scale', [['linear', 'linear'], ['log', 'logarithmic']], scale, chosen => {
      scale = chosen;
      chart.rebuild();
    }));
    return plimsoll.picture(chart, {
      update(newData) {
        data = newData;
        chart.refresh();
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
