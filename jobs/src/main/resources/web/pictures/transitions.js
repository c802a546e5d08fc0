(function (plimsoll) {
  'use strict';

  const {format, theme, axes} = plimsoll;
  const KINDS = ['marginCalls', 'liquidations', 'insolvencies', 'recoveries'];
  const GROUPS = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440];
  const NARROWEST = 6;

  /** Sums of so many steps, at whole multiples, in one array a kind. */
  function grouped(levels, steps) {
    const length = levels.stepMs * steps;
    const t = [];
    const sums = KINDS.map(() => []);
    levels.t.forEach((ms, i) => {
      const start = Math.floor(ms / length) * length;
      if (t[t.length - 1] !== start) {
        t.push(start);
        sums.forEach(sum => sum.push(0));
      }
      KINDS.forEach((kind, k) => sums[k][t.length - 1] += levels[kind][i] || 0);
    });
    return {t, sums, length};
  }

  /** Changes of level as bars; to worse levels up, to better ones down. Reads: levels. */
  plimsoll.pictures.transitions = function (parent, data, shared) {
    let chart = null;
    let steps = 1;
    let groups = grouped(data.levels, steps);

    // stacked by hand: what is drawn later stands in front
    function stacked() {
      const [calls, liquidations, insolvencies, recoveries] = groups.sums;
      return [groups.t,
        calls.map((n, i) => n + liquidations[i] + insolvencies[i]),
        liquidations.map((n, i) => n + insolvencies[i]),
        insolvencies,
        recoveries.map(n => -n)];
    }

    function fit(u) {
      const visible = (shared.span.max - shared.span.min) / data.levels.stepMs;
      const wanted = visible * NARROWEST / Math.max(1, u.width - axes.gutter);
      const found = GROUPS.find(n => n >= wanted) || Math.ceil(wanted);
      if (found !== steps) {
        steps = found;
        groups = grouped(data.levels, steps);
        chart.refresh();
      }
    }

    const bars = colour => ({
      stroke: () => theme.colour(colour), fill: () => theme.colour(colour), width: 0, fillTo: () => 0,
      paths: uPlot.paths.bars({size: [0.86, 60], align: 1}), points: {show: false}
    });
    const kind = (k, label, colour, glyph) => ({label, mark: 'box', colour, glyph,
      value: i => format.count(groups.sums[k][i]), exact: i => String(groups.sums[k][i])});

    chart = plimsoll.chart(parent, {
      name: 'transitions',
      title: 'Changes of level',
      height: 220,
      span: shared.span,
      steps: true,
      data: stacked,
      moment: i => format.time(groups.t[i]) + ', in ' + format.length(groups.length),
      plot: () => ({
        series: [{}, bars('call-area'), bars('liquidatable'), bars('insolvent'), bars('safe')],
        points: false,
        scales: {y: {range: (u, min, max) => [Math.min(min || 0, 0) * 1.08, Math.max(max || 0, 4) * 1.08]}},
        axes: [axes.time(), axes.value('events in a bar',
          v => Number.isInteger(v) ? format.count(Math.abs(v), true) : null)]
      }),
      legend: [
        kind(0, 'margin calls', 'call-area'),
        kind(1, 'liquidations', 'liquidatable'),
        kind(2, 'insolvencies (bottom)', 'insolvent'),
        kind(3, 'recoveries (downwards)', 'safe')
      ],
      ranged: u => chart ? fit(u) : undefined
    });
    fit(chart.plot);

    return plimsoll.picture(chart, {
      update(newData) {
        data = newData;
        groups = grouped(data.levels, steps);
        chart.refresh();
        fit(chart.plot);
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
