(function (plimsoll) {
  'use strict';

  const {format, theme, axes} = plimsoll;

  /** Refused rows over time, a row a reason. Reads: refused. */
  plimsoll.pictures.refused = function (parent, data, shared) {
    let chart = null;
    let refused = data.refused;
    let reasons;
    let scale;
    const legend = plimsoll.heatLegend();

    function prepare() {
      // the axis counts upwards, readers downwards
      reasons = refused.reasons.filter(r => r.perStep.length > 0).reverse();
      scale = plimsoll.heatScale(reasons.reduce((most, r) => r.perStep.reduce((m, n) => Math.max(m, n), most), 0));
      legend.show(scale, v => format.count(Math.max(1, Math.round(v)), true));
    }
    prepare();
    const rows = () => Math.max(1, reasons.length);
    const sum = i => reasons.reduce((n, r) => n + (r.perStep[i] || 0), 0);

    chart = plimsoll.chart(parent, {
      name: 'refused',
      title: 'Refused rows by reason',
      height: () => 60 + rows() * 32,
      span: shared.span,
      steps: true,
      data: () => [refused.t].concat(reasons.map(r => r.perStep)),
      moment: i => format.time(refused.t[i]) + ', in ' + format.length(refused.stepMs),
      keys: plimsoll.rowKeys(rows),
      plot: () => ({
        series: [{}].concat(reasons.map(() => ({paths: () => null, points: {show: false}}))),
        points: false,
        crosshair: true,
        scales: {y: {range: () => [0, rows()]}},
        axes: [axes.time(), axes.value('', () => '', {splits: () => reasons.map((_, r) => r), ticks: {show: false}})],
        hooks: {
          drawClear: [u => plimsoll.drawHeat(u, {t: refused.t, step: refused.stepMs, rows: rows(), scale,
            least: 3, inset: 3, value: (i, r) => reasons[r] ? reasons[r].perStep[i] : 0})],
          drawAxes: [drawNames]
        }
      }),
      legend: [
        {label: 'under the cursor', mark: 'heat', value: (i, u) => {
          const r = plimsoll.rowUnderCursor(u, chart && chart.hovered, reasons.length);
          return r === null ? format.none : reasons[r].reason + ': ' + format.count(reasons[r].perStep[i]);
        }},
        {label: 'all reasons', value: i => format.count(sum(i))}
      ]
    });
    /** Long names take two lines. */
    function drawNames(u) {
      const ratio = uPlot.pxRatio;
      u.ctx.save();
      u.ctx.fillStyle = theme.colour('muted');
      u.ctx.font = theme.font(10 * ratio);
      u.ctx.textAlign = 'right';
      u.ctx.textBaseline = 'middle';
      reasons.forEach((reason, r) => {
        const y = u.valToPos(r + 0.5, 'y', true);
        const lines = reason.reason.length > 11 ? reason.reason.replace('_', '\n').replace('_', ' ').split('\n')
          : [reason.reason];
        lines.forEach((line, k) => u.ctx.fillText(line, u.bbox.left - 6 * ratio,
          y + (k - (lines.length - 1) / 2) * 12 * ratio));
      });
      u.ctx.restore();
    }

    chart.below.append(legend.root);

    return plimsoll.picture(chart, {
      update(newData) {
        const before = reasons.map(r => r.reason).join();
        refused = newData.refused;
        prepare();
        before === reasons.map(r => r.reason).join() ? chart.refresh() : chart.rebuild();
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
