(function (plimsoll) {
  'use strict';

  const {format, theme, axes, element} = plimsoll;
  const LOWEST = -0.25;
  const HIGHEST = 2.5;

  /** A mark for each level, told apart by shape as well as by colour. */
  plimsoll.drawGlyph = function (ctx, level, x, y, r) {
    ctx.beginPath();
    if (level === 'SAFE') {
      ctx.arc(x, y, r * 0.9, 0, 2 * Math.PI);
    } else if (level === 'MARGIN_CALL') {
      ctx.moveTo(x, y - r * 1.1);
      ctx.lineTo(x + r, y + r * 0.8);
      ctx.lineTo(x - r, y + r * 0.8);
      ctx.closePath();
    } else if (level === 'LIQUIDATABLE') {
      ctx.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
    } else {
      ctx.moveTo(x, y - r * 1.2);
      ctx.lineTo(x + r * 1.2, y);
      ctx.lineTo(x, y + r * 1.2);
      ctx.lineTo(x - r * 1.2, y);
      ctx.closePath();
    }
  };

  /**
   * The events of one account: its health factor and its level. Data: an element of accounts.
   * shared.event is called with the index of the event that is clicked.
   */
  plimsoll.pictures.account = function (parent, account, shared) {
    const events = () => account.events.map(e => e.event);
    const healths = () => events().map(e => e.healthFactor).filter(h => h !== null && h !== undefined);
    // a factor far away would flatten the rest: it is drawn at the edge
    const lower = () => Math.max(LOWEST, Math.min(0.8, ...healths()) - 0.1);
    const upper = () => Math.min(HIGHEST, Math.max(1.3, ...healths()) + 0.1);

    const chart = plimsoll.chart(parent, {
      name: 'account',
      title: 'Health factor at each event',
      height: 240,
      span: shared.span,
      steps: true,
      clicked: u => {
        if (shared.event && u.cursor.idx !== null && u.cursor.idx !== undefined) {
          shared.event(u.cursor.idx);
        }
      },
      data: () => [events().map(e => e.instant), events().map(e => e.healthFactor)],
      moment: i => format.time(events()[i].instant),
      plot: () => ({
        series: [{}, {paths: () => null, points: {show: false}}],
        points: false,
        scales: {y: {range: () => [lower(), upper()]}},
        axes: [axes.time(), axes.value('health factor', v => format.ratio(v, 2))],
        hooks: {drawClear: [drawLevels], draw: [drawEvents]}
      }),
      legend: () => [
        {label: 'level', value: i => {
          const e = events()[i];
          return plimsoll.levelName(e.from) + ' → ' + plimsoll.levelName(e.to);
        }},
        {label: 'health factor', value: i => format.ratio(events()[i].healthFactor),
          exact: i => format.exact(events()[i].healthFactor)}
      ].concat(plimsoll.LEVELS.map((level, k) => ({label: plimsoll.levelName(level), mark: 'glyph',
        glyph: '●▲■◆'[k], colour: plimsoll.levelColour(level)})))
    });

    const beyond = element('p', {class: 'note'});
    chart.below.append(beyond);

    function show() {
      beyond.textContent = 'The shade is the level until the next event.' + (healths().length < events().length
        || healths().some(h => h < lower() || h > upper()) ? ' Hollow: the figure lies beyond the edge.' : '');
    }
    show();

    /** The level between events, as a shade. */
    function drawLevels(u) {
      const {left, top, width, height} = u.bbox;
      const all = events();
      u.ctx.save();
      u.ctx.beginPath();
      u.ctx.rect(left, top, width, height);
      u.ctx.clip();
      all.forEach((event, i) => {
        const from = u.valToPos(event.instant, 'x', true);
        const to = i + 1 < all.length ? u.valToPos(all[i + 1].instant, 'x', true) : left + width;
        u.ctx.fillStyle = theme.tint(plimsoll.levelColour(event.to), event.to === 'SAFE' ? 0.05 : 0.13);
        u.ctx.fillRect(from, top, to - from, height);
      });
      u.ctx.restore();
    }

    function drawEvents(u) {
      const ratio = uPlot.pxRatio;
      const {left, top, width, height} = u.bbox;
      const place = h => u.valToPos(h === null || h === undefined ? upper()
        : Math.min(Math.max(h, lower()), upper()), 'y', true);
      // names of lines stand where fewer events are
      const [atLeft, atRight] = [0, 2 / 3].map(share => events().filter(event => {
        const x = (u.valToPos(event.instant, 'x', true) - left) / width;
        return x >= share && x <= share + 1 / 3;
      }).length);
      plimsoll.drawLevel(u, u.valToPos(1, 'y', true), 'below 1: liquidatable', theme.colour('liquidatable'), null,
        'below', atLeft < atRight);
      plimsoll.drawLevel(u, u.valToPos(1.1, 'y', true), '1.1', theme.colour('call'), [6, 3], 'above', atLeft < atRight);
      const ctx = u.ctx;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left - 6 * ratio, top - 6 * ratio, width + 12 * ratio, height + 12 * ratio);
      ctx.clip();
      ctx.strokeStyle = theme.colour('muted');
      ctx.lineWidth = ratio;
      ctx.beginPath();
      events().forEach((event, i) => {
        const x = u.valToPos(event.instant, 'x', true);
        i ? ctx.lineTo(x, place(event.healthFactor)) : ctx.moveTo(x, place(event.healthFactor));
      });
      ctx.stroke();
      for (const event of events()) {
        const h = event.healthFactor;
        const out = h === null || h === undefined || h < lower() || h > upper();
        plimsoll.drawGlyph(ctx, event.to, u.valToPos(event.instant, 'x', true), place(h), 4.5 * ratio);
        // hollow: the figure is beyond the edge
        ctx.fillStyle = theme.colour(out ? 'panel' : plimsoll.levelColour(event.to));
        ctx.strokeStyle = theme.colour(out ? plimsoll.levelColour(event.to) : 'panel');
        ctx.lineWidth = (out ? 1.5 : 1) * ratio;
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    }

    return plimsoll.picture(chart, {
      update(newAccount) {
        account = newAccount;
        show();
        chart.refresh();
      }
    });
  };
})(window.plimsoll = window.plimsoll || {});
