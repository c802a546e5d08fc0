(function (plimsoll) {
  'use strict';

  const {format, theme, axes} = plimsoll;

  /** One figure of the selected asset over time. */
  function assetLine(parent, data, shared, told) {
    let asset = plimsoll.assetOf(data, shared.asset);

    const chart = plimsoll.chart(parent, {
      name: told.name,
      title: told.title + asset.asset,
      height: 150,
      span: shared.span,
      steps: told.stepped,
      data: () => [asset.t, asset[told.field]],
      moment: i => format.time(asset.t[i]),
      plot: () => ({
        series: [{}, {stroke: () => theme.colour(told.colour), width: 1.5, points: {show: false},
          paths: told.stepped ? uPlot.paths.stepped({align: 1}) : undefined}],
        scales: {y: {range: told.range}},
        axes: [axes.time(), axes.value(told.unit, told.tick, {space: 26})],
        hooks: {drawClear: [u => plimsoll.drawOutages(u, asset.outages, false)]}
      }),
      legend: [{label: told.label, mark: 'line', colour: told.colour,
        value: (i, u) => told.show(u.data[1][i]),
        exact: (i, u) => format.exact(u.data[1][i])}]
    });

    function show(newData, name) {
      data = newData;
      asset = plimsoll.assetOf(data, name);
      chart.name(told.title + asset.asset);
      chart.refresh();
    }

    return plimsoll.picture(chart, {
      update: newData => show(newData, asset.asset),
      select: name => show(data, name)
    });
  }

  /** Annual volatility of the selected asset. Reads: assets. */
  plimsoll.pictures.volatility = (parent, data, shared) => assetLine(parent, data, shared, {
    name: 'volatility', title: 'Volatility of ', field: 'volatility', colour: 'volatility',
    label: 'volatility a year', unit: 'a year',
    tick: v => format.percent(v, v >= 0.1 || v === 0 ? 0 : 1), show: v => format.percent(v, 1),
    range: (u, min, max) => max === null ? [0, 1] : [0, (max || 1) * 1.1]
  });

  /** The factor by which thresholds of the selected asset are tightened. Reads: assets. */
  plimsoll.pictures.loadFactor = (parent, data, shared) => assetLine(parent, data, shared, {
    name: 'load-factor', title: 'Load factor of ', field: 'loadFactor', colour: 'load', stepped: true,
    label: 'load factor g', unit: 'g, 0 to 1',
    tick: v => format.ratio(v, 2), show: v => format.ratio(v, 4),
    range: (u, min, max) => min === null ? [0, 1.02] : [Math.max(0, Math.floor(min * 20 - 1) / 20), 1.02]
  });
})(window.plimsoll = window.plimsoll || {});
