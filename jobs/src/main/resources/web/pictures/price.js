(function (plimsoll) {
  'use strict';

  const {format, theme, axes, element} = plimsoll;
  const YEAR = 365 * 24 * 3600 * 1000;

  /** Where an asset was not believed, behind its lines, named where there is room. One without an end goes on. */
  plimsoll.drawOutages = function (u, outages, named) {
    const {left, top, width, height} = u.bbox;
    const ratio = uPlot.pxRatio;
    const ctx = u.ctx;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.font = theme.font(10 * ratio);
    let free = left;
    for (const outage of outages || []) {
      const from = u.valToPos(outage.from, 'x', true);
      const end = outage.to === null ? left + width : u.valToPos(outage.to, 'x', true);
      const to = Math.max(end, from + 2 * ratio);
      if (to < left || from > left + width) {
        continue;
      }
      ctx.fillStyle = theme.tint(outage.status === 'STALE' ? 'muted' : 'call', 0.22);
      ctx.fillRect(from, top, to - from, height);
      // a rule along the top, so that the shade is seen on paper and by everyone
      ctx.fillStyle = theme.colour(outage.status === 'STALE' ? 'muted' : 'call');
      ctx.fillRect(from, top, to - from, 2 * ratio);
      if (named) {
        const room = ctx.measureText(outage.status).width + 6 * ratio;
        const at = Math.min(Math.max(from, left) + 3 * ratio, left + width - room);
        if (at >= free) {
          ctx.fillStyle = theme.colour('ink');
          ctx.textAlign = 'left';
          ctx.textBaseline = 'top';
          ctx.fillText(outage.status, at, top + 5 * ratio);
          free = at + room;
        }
      }
    }
    ctx.restore();
  };

  plimsoll.statusAt = function (asset, ms) {
    const outage = (asset.outages || []).find(o => o.from <= ms && (o.to === null || ms < o.to));
    return outage ? outage.status : 'OK';
  };

  /** The asset of that name, or the first one; an empty one where there is none. */
  plimsoll.assetOf = function (data, name) {
    const assets = data.assets || [];
    return assets.find(a => a.asset === name) || assets[0]
      || {asset: format.none, stepMs: 60000, t: [], mid: [], lowest: [], highest: [], volatility: [],
        loadFactor: [], outages: []};
  };

  /** Mark with its volatility band. Reads: assets, band. */
  plimsoll.pictures.price = function (parent, data, shared) {
    let asset = plimsoll.assetOf(data, shared.asset);

    function edge(sign) {
      const width = data.band.deviations * Math.sqrt(data.band.horizonMs / YEAR);
      return asset.mid.map((mid, i) => {
        const sigma = asset.volatility[i];
        return mid === null || sigma === null || sigma === undefined ? null : mid * Math.exp(sign * width * sigma);
      });
    }

    const bandName = () => data.band.deviations + ' σ over ' + format.length(data.band.horizonMs);
    const line = (colour, width, dash) => ({stroke: () => theme.colour(colour), width, dash,
      points: {show: false}});
    const values = k => ({
      value: (i, u) => format.price(u.data[k][i]),
      exact: (i, u) => format.exactMoney(u.data[k][i])
    });

    const chart = plimsoll.chart(parent, {
      name: 'price',
      title: 'Price of ' + asset.asset,
      height: 280,
      span: shared.span,
      data: () => [asset.t, edge(-1), edge(1), asset.lowest, asset.highest, asset.mid],
      moment: i => format.time(asset.t[i]),
      plot: () => ({
        series: [{}, line('band', 1, [2, 3]), line('band', 1, [2, 3]), line('range', 0.5), line('range', 0.5),
          line('price', 1.5)],
        bands: [
          {series: [2, 1], fill: () => theme.tint('band', 0.13)},
          {series: [4, 3], fill: () => theme.tint('range', 0.35)}
        ],
        axes: [axes.time(), axes.value('price, USD', v => format.price(v, true))],
        hooks: {drawClear: [u => plimsoll.drawOutages(u, asset.outages, true)]}
      }),
      legend: () => [
        Object.assign({label: 'mark', mark: 'line', colour: 'price'}, values(5)),
        {label: 'lowest – highest in the step', mark: 'box', colour: 'range',
          value: (i, u) => format.price(u.data[3][i]) + ' – ' + format.price(u.data[4][i]),
          exact: (i, u) => format.exactMoney(u.data[3][i]) + ' – ' + format.exactMoney(u.data[4][i])},
        {label: 'band, ' + bandName(), mark: 'dotted', colour: 'band',
          value: (i, u) => format.price(u.data[1][i]) + ' – ' + format.price(u.data[2][i]),
          exact: (i, u) => format.exactMoney(u.data[1][i]) + ' – ' + format.exactMoney(u.data[2][i])},
        {label: 'status', value: i => plimsoll.statusAt(asset, asset.t[i])}
      ]
    });

    const outages = element('p', {class: 'note'});
    chart.below.append(outages);

    function show() {
      chart.name('Price of ' + asset.asset);
      const all = asset.outages || [];
      const told = all.slice(0, 4).map(o => {
        const from = format.day(o.from) + ' ' + format.clock(o.from);
        return o.to === null ? o.status + ' since ' + from : o.status + ' ' + from + '–'
          + (format.day(o.from) === format.day(o.to) ? '' : format.day(o.to) + ' ') + format.clock(o.to);
      });
      outages.textContent = all.length === 0 ? 'The mark of ' + asset.asset + ' was OK throughout.'
        : 'Shaded, the mark was not believed: ' + told.join(', ')
          + (all.length > told.length ? ' and ' + (all.length - told.length) + ' more.' : '.');
    }
    show();

    return plimsoll.picture(chart, {
      update(newData) {
        data = newData;
        asset = plimsoll.assetOf(data, asset.asset);
        show();
        chart.refresh();
      },
      select(name) {
        asset = plimsoll.assetOf(data, name);
        show();
        chart.refresh();
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
