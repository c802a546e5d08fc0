(function (plimsoll) {
  'use strict';

  const {format, theme, axes, element} = plimsoll;

  /** The map of an asset, or of the first one that has a map. */
  function mapOf(map, name) {
    return map.assets.find(a => a.asset === name) || map.assets[0];
  }

  const largest = rows => rows.reduce((most, row) => Math.max(most, ...row), 0);
  // no digits that say nothing: 1.5 % but 10 %
  const moveName = move => format.signedPercent(move, Math.round(move * 1e4) % 100 === 0 ? 0 : 1);
  const accounts = n => format.count(n) + (n === 1 ? ' account' : ' accounts');

  /**
   * What a move of one asset alone would put below the line, at one moment. Reads: map.
   * shared.moment is called with the moment that is shown, ms.
   */
  plimsoll.pictures.map = function (parent, data, shared) {
    let map = data.map;
    let asset = mapOf(map, shared.asset);
    let moment = map.t.length - 1;

    const slider = element('input', {type: 'range', min: 0, max: map.t.length - 1, value: moment, step: 1,
      'aria-label': 'Moment of the liquidation map'});
    const when = element('output', {});
    const already = element('p', {class: 'note'});

    // the mark itself stands between the moves: nothing moves, nobody crosses
    const zero = () => map.moves.filter(move => move < 0).length;
    const withMark = row => row.slice(0, zero()).concat([0], row.slice(zero()));
    const moves = () => withMark(map.moves);
    const half = (row, keep) => row.map((v, i) => keep(i - zero()) ? v : null);

    function values() {
      const debt = withMark(asset.debtUsd[moment]);
      return [moves(), half(debt, k => k <= 0), half(debt, k => k >= 0), withMark(asset.accounts[moment])];
    }

    const owed = (i, u) => u.data[1][i] === null || u.data[1][i] === undefined ? u.data[2][i] : u.data[1][i];

    const side = (colour, dash) => ({
      stroke: () => theme.colour(colour), fill: () => theme.tint(colour, 0.14), width: 1.75, dash,
      points: {show: true, size: 4, stroke: () => theme.colour(colour), fill: () => theme.colour(colour)}
    });

    const chart = plimsoll.chart(parent, {
      name: 'map',
      title: 'What a move of ' + asset.asset + ' alone would make liquidatable',
      height: 300,
      span: null,
      rest: zero,
      data: values,
      plot: () => ({
        series: [{}, side('liquidatable'), side('range', [6, 3]),
          {scale: 'n', paths: () => null, points: {show: false}}],
        padding: [4, 24, 0, 0],
        scales: {
          x: {time: false, range: () => [map.moves[0], map.moves[map.moves.length - 1]]},
          // one scale for all moments, so that they can be compared
          y: {range: () => [0, (largest(asset.debtUsd) || 1) * 1.08]}
        },
        axes: [
          axes.plain({space: 76, size: 24, label: 'price, USD',
            values: (u, splits) => splits.map(move => {
              const mid = asset.mid[moment];
              return mid === null ? '' : format.price(Number((mid * (1 + move)).toPrecision(4)), true);
            })}),
          axes.value('owed, USD, cumulative', v => format.money(v, true)),
          axes.plain({scale: 'x', side: 0, space: 76, size: 24, label: 'move from the mark',
            grid: {show: false}, values: (u, splits) => splits.map(move =>
              Math.abs(move) < 1e-9 ? 'mark' : moveName(move))})
        ],
        hooks: {draw: [u => {
          const x = u.valToPos(0, 'x', true);
          u.ctx.save();
          u.ctx.strokeStyle = theme.colour('ink');
          u.ctx.lineWidth = uPlot.pxRatio;
          u.ctx.beginPath();
          u.ctx.moveTo(x, u.bbox.top);
          u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
          u.ctx.stroke();
          u.ctx.restore();
        }]}
      }),
      legend: [
        {label: 'falls', mark: 'line', colour: 'liquidatable'},
        {label: 'rises', mark: 'dashed', colour: 'range'},
        {label: 'move', value: i => {
          const move = moves()[i];
          const mid = asset.mid[moment];
          return (move === 0 ? 'none' : format.signedPercent(move)) + ', to '
            + format.price(mid === null ? null : mid * (1 + move));
        }},
        {label: 'would be below their line', value: (i, u) => format.money(owed(i, u)) + ', ' + accounts(u.data[3][i]),
          exact: (i, u) => format.exactMoney(owed(i, u))}
      ]
    });
    chart.below.append(element('div', {class: 'slider'}, slider, when), already);

    function show() {
      chart.name('What a move of ' + asset.asset + ' alone would make liquidatable');
      slider.max = map.t.length - 1;
      slider.value = moment;
      when.textContent = format.time(map.t[moment]);
      slider.setAttribute('aria-valuetext', when.textContent);
      already.textContent = 'Below their line already at this moment: ' + format.money(map.belowUsd[moment])
        + ' owed. They are not in the curve.';
      already.title = format.exactMoney(map.belowUsd[moment]);
    }

    function goTo(index) {
      moment = Math.min(Math.max(index, 0), map.t.length - 1);
      show();
      chart.refresh();
      if (shared.moment) {
        shared.moment(map.t[moment]);
      }
    }

    /** By its time: as the oldest moments go, all others get another index. */
    const go = ms => goTo(map.t.filter(t => t < ms).length);
    slider.addEventListener('input', () => goTo(Number(slider.value)));
    show();

    return plimsoll.picture(chart, {
      go,
      update(newData) {
        const last = moment === map.t.length - 1;
        const shown = map.t[moment];
        map = newData.map;
        asset = mapOf(map, asset.asset);
        last ? goTo(map.t.length - 1) : go(shown);
      },
      select(name) {
        asset = mapOf(map, name);
        goTo(moment);
      }
    });
  };

  /** The same through time, a row a move. Reads: map. */
  plimsoll.pictures.mapTime = function (parent, data, shared) {
    let chart = null;
    let map = data.map;
    let asset = mapOf(map, shared.asset);
    let marked = map.t[map.t.length - 1];
    let scale;
    const legend = plimsoll.heatLegend();
    const rows = () => map.moves.length;
    const zero = () => map.moves.filter(move => move < 0).length;

    function rescale() {
      scale = plimsoll.heatScale(largest(asset.debtUsd));
      legend.show(scale, format.money);
    }
    rescale();

    chart = plimsoll.chart(parent, {
      name: 'map-time',
      title: 'Liquidation map of ' + asset.asset + ' through time',
      height: () => 70 + Math.min(420, Math.max(12, rows()) * 14),
      span: shared.span,
      data: () => [map.t].concat(map.moves.map((_, r) => asset.debtUsd.map(row => row[r]))),
      moment: i => format.time(map.t[i]),
      keys: plimsoll.rowKeys(rows),
      clicked: u => {
        if (shared.go && u.cursor.idx !== null && u.cursor.idx !== undefined) {
          shared.go(map.t[u.cursor.idx]);
        }
      },
      plot: () => ({
        series: [{}].concat(map.moves.map(() => ({paths: () => null, points: {show: false}}))),
        points: false,
        crosshair: true,
        scales: {y: {range: () => [0, rows()]}},
        axes: [axes.time({grid: {show: false}}), axes.value('move from the mark',
          at => moveName(map.moves[Math.floor(at)]),
          {splits: u => {
            // tens of percent where rows are low
            const all = map.moves.map((_, r) => r);
            const tens = all.filter(r => Math.abs(map.moves[r] * 10 - Math.round(map.moves[r] * 10)) < 1e-9);
            return (u.height / rows() < 14 && tens.length > 1 ? tens : all).map(r => r + 0.5);
          }, grid: {show: false}})],
        hooks: {
          drawClear: [u => plimsoll.drawHeat(u, {t: map.t, rows: rows(), scale,
            value: (i, r) => asset.debtUsd[i][r]})],
          draw: [u => {
            plimsoll.drawLevel(u, u.valToPos(zero(), 'y', true), 'mark', theme.colour('ink'));
            const x = u.valToPos(marked, 'x', true);
            if (x >= u.bbox.left && x <= u.bbox.left + u.bbox.width) {
              u.ctx.save();
              plimsoll.cased(u.ctx, theme.colour('liquidatable'), [4, 3], () => {
                u.ctx.moveTo(x, u.bbox.top);
                u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
              });
              u.ctx.restore();
            }
          }]
        }
      }),
      legend: [
        {label: 'under the cursor', mark: 'heat', value: (i, u) => {
          const r = plimsoll.rowUnderCursor(u, chart && chart.hovered, rows());
          return r === null ? format.none : moveName(map.moves[r]) + ': ' + format.fullMoney(asset.debtUsd[i][r])
            + ', ' + accounts(asset.accounts[i][r]);
        }, exact: (i, u) => {
          const r = plimsoll.rowUnderCursor(u, chart && chart.hovered, rows());
          return r === null ? '' : format.exactMoney(asset.debtUsd[i][r]);
        }},
        {label: 'mark', mark: 'line', colour: 'ink', value: i => format.price(asset.mid[i])},
        {label: 'moment of the curve above', mark: 'dashed', colour: 'liquidatable',
          value: () => format.time(marked)}
      ]
    });
    chart.below.append(legend.root);

    function show(newData, name) {
      map = newData.map;
      data = newData;
      asset = mapOf(map, name);
      chart.name('Liquidation map of ' + asset.asset + ' through time');
      rescale();
      chart.plot.series.length === rows() + 1 ? chart.refresh() : chart.rebuild();
    }

    return plimsoll.picture(chart, {
      update: newData => show(newData, asset.asset),
      select: name => show(data, name),
      mark(ms) {
        marked = ms;
        chart.plot.redraw(false);
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
