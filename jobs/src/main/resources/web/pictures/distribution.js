(function (plimsoll) {
  'use strict';

  const {format, theme, axes} = plimsoll;

  /** The health factors of all accounts, moment by moment. Reads: distribution. */
  plimsoll.pictures.distribution = function (parent, data, shared) {
    let chart = null;
    let shown = 'debtUsd';
    let all = data.distribution;
    let scale;
    const legend = plimsoll.heatLegend();
    const text = v => shown === 'debtUsd' ? format.money(v) : format.count(Math.round(v), true);

    function rescale() {
      scale = plimsoll.heatScale(all[shown].reduce((most, bins) => Math.max(most, ...bins), 0));
      legend.show(scale, text);
    }
    rescale();

    const rows = () => all.edges.length + 1;

    /** Where a health factor lies among the bins, which are all equally tall. */
    function place(health) {
      const e = all.edges;
      let k = e.findIndex(edge => edge > health);
      if (k < 0) {
        k = e.length;
      }
      if (k === 0) {
        return 0.5;
      }
      return k === e.length ? k : k + (health - e[k - 1]) / (e[k] - e[k - 1]);
    }

    function binName(r) {
      const e = all.edges;
      return r === 0 ? 'HF below ' + e[0] : r === e.length ? 'HF ' + e[r - 1] + ' or more'
        : 'HF ' + e[r - 1] + ' to ' + e[r];
    }

    function below(i, field, health) {
      let sum = 0;
      all[field][i].forEach((value, r) => {
        if (r < all.edges.length && all.edges[r] <= health) {
          sum += value;
        }
      });
      return sum;
    }

    const both = (i, from) => format.money(from('debtUsd', i)) + ', ' + accounts(from('accounts', i));
    const accounts = n => format.count(n) + (n === 1 ? ' account' : ' accounts');
    const exactBoth = (i, from) => format.exactMoney(from('debtUsd', i)) + ', ' + accounts(from('accounts', i));
    const under1 = (field, i) => below(i, field, 1);
    const under11 = (field, i) => below(i, field, 1.1) - below(i, field, 1);

    chart = plimsoll.chart(parent, {
      name: 'distribution',
      title: 'Health factors over time',
      height: 400,
      span: shared.span,
      data: () => [all.t].concat(Array.from({length: rows()}, (_, r) => all[shown].map(bins => bins[r]))),
      moment: i => format.time(all.t[i]),
      keys: plimsoll.rowKeys(rows),
      plot: () => ({
        series: [{}].concat(Array.from({length: rows()}, () => ({paths: () => null, points: {show: false}}))),
        points: false,
        crosshair: true,
        scales: {y: {range: () => [0, rows()]}},
        axes: [axes.time({grid: {show: false}}), axes.value('health factor', v => String(all.edges[v - 1]),
          {splits: () => all.edges.map((_, k) => k + 1), grid: {show: false}})],
        hooks: {
          drawClear: [u => plimsoll.drawHeat(u, {t: all.t, rows: rows(), scale,
            value: (i, r) => all[shown][i][r]})],
          draw: [u => {
            plimsoll.drawLevel(u, u.valToPos(place(1), 'y', true), 'below 1: liquidatable',
              theme.colour('liquidatable'), null, 'below');
            plimsoll.drawLevel(u, u.valToPos(place(1.1), 'y', true), '1.1: margin call',
              theme.colour('call'), [6, 3]);
          }]
        }
      }),
      legend: [
        {label: 'under the cursor', mark: 'heat',
          value: (i, u) => {
            const r = plimsoll.rowUnderCursor(u, chart && chart.hovered, rows());
            return r === null ? format.none
              : binName(r) + ': ' + format.fullMoney(all.debtUsd[i][r]) + ', ' + accounts(all.accounts[i][r]);
          },
          exact: (i, u) => {
            const r = plimsoll.rowUnderCursor(u, chart && chart.hovered, rows());
            return r === null ? '' : exactBoth(i, (field, k) => all[field][k][r]);
          }},
        {label: 'below 1', mark: 'line', colour: 'liquidatable',
          value: i => both(i, under1), exact: i => exactBoth(i, under1)},
        {label: '1 to 1.1', mark: 'dashed', colour: 'call',
          value: i => both(i, under11), exact: i => exactBoth(i, under11)},
        {label: 'owe nothing', value: i => accounts(all.free[i])}
      ]
    });
    chart.controls.append(plimsoll.choice('Colour shows', [['debtUsd', 'debt value'], ['accounts', 'accounts']], shown,
      chosen => {
        shown = chosen;
        rescale();
        chart.refresh();
      }));
    chart.below.append(legend.root);

    return plimsoll.picture(chart, {
      update(newData) {
        all = newData.distribution;
        rescale();
        chart.plot.series.length === rows() + 1 ? chart.refresh() : chart.rebuild();
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
