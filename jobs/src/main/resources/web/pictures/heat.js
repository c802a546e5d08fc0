(function (plimsoll) {
  'use strict';

  const {element, theme, format} = plimsoll;

  // half the width of the only moment there is
  const ALONE = 1800000;

  /** A scale on which 1/300 of the largest value can still be seen. */
  plimsoll.heatScale = function (largest) {
    const floor = largest / 300;
    const whole = Math.log1p(300);
    return {
      largest,
      share: value => largest > 0 ? Math.log1p(value / floor) / whole : 0,
      value: share => floor * Math.expm1(share * whole)
    };
  };

  /** Where one cell ends and the next begins: halfway between moments, or at the step's own edges. */
  function edges(t, step) {
    if (step) {
      return t.concat(t.length ? [t[t.length - 1] + step] : []);
    }
    const result = [];
    for (let i = 0; i <= t.length; i++) {
      const before = i > 0 ? t[i - 1] : t.length > 1 ? 2 * t[0] - t[1] : t[0] - ALONE;
      const after = i < t.length ? t[i] : t.length > 1 ? 2 * t[i - 1] - t[i - 2] : t[0] + ALONE;
      result.push((before + after) / 2);
    }
    return result;
  }

  /**
   * Draws cells: row r of moment i between r and r + 1 of the scale y. Zero stays paper.
   * heat: {t, step (when t are starts of steps), rows, value(i, r), scale, least: narrowest cell in pixels,
   * inset: paper above and below each cell, in pixels}
   */
  plimsoll.drawHeat = function (u, heat) {
    const {left, top, width, height} = u.bbox;
    const at = edges(heat.t, heat.step).map(ms => u.valToPos(ms, 'x', true));
    const rows = [];
    for (let r = 0; r <= heat.rows; r++) {
      rows.push(Math.round(u.valToPos(r, 'y', true)));
    }
    const inset = Math.round((heat.inset || 0) * uPlot.pxRatio);
    u.ctx.save();
    u.ctx.beginPath();
    u.ctx.rect(left, top, width, height);
    u.ctx.clip();
    for (let i = 0; i < heat.t.length; i++) {
      const x = Math.round(at[i]);
      let wide = Math.round(at[i + 1]) - x;
      if (x > left + width || x + wide < left) {
        continue;
      }
      wide = Math.max(wide, (heat.least || 1) * uPlot.pxRatio);
      for (let r = 0; r < heat.rows; r++) {
        const value = heat.value(i, r);
        if (value > 0) {
          u.ctx.fillStyle = theme.heat(heat.scale.share(value));
          u.ctx.fillRect(x, rows[r + 1] + inset, wide, rows[r] - rows[r + 1] - 2 * inset);
        }
      }
    }
    u.ctx.restore();
  };

  /** A line with an edge of the background's colour, so that it is seen on cells of any colour. */
  plimsoll.cased = function (ctx, colour, dash, path) {
    const ratio = uPlot.pxRatio;
    ctx.beginPath();
    path();
    ctx.strokeStyle = theme.colour('panel');
    ctx.globalAlpha = 0.75;
    ctx.lineWidth = 3.5 * ratio;
    ctx.stroke();
    ctx.strokeStyle = colour;
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1.5 * ratio;
    ctx.setLineDash((dash || []).map(d => d * ratio));
    ctx.stroke();
    ctx.setLineDash([]);
  };

  /** A line across, with its name on a small plate so that it can be read on any colour. */
  plimsoll.drawLevel = function (u, y, name, colour, dash, place, atLeft) {
    const {left, top, width, height} = u.bbox;
    if (y < top || y > top + height) {
      return;
    }
    const ratio = uPlot.pxRatio;
    const ctx = u.ctx;
    ctx.save();
    plimsoll.cased(ctx, colour, dash, () => {
      ctx.moveTo(left, y);
      ctx.lineTo(left + width, y);
    });
    if (name) {
      ctx.font = theme.font(11 * ratio);
      const wide = ctx.measureText(name).width + 8 * ratio;
      const tall = 15 * ratio;
      const x = atLeft ? left + 3 * ratio : left + width - wide - 3 * ratio;
      const below = place === 'below' || y - tall - 2 * ratio < top;
      const plate = below ? y + 2 * ratio : y - tall - 2 * ratio;
      ctx.globalAlpha = 0.88;
      ctx.fillStyle = theme.colour('panel');
      ctx.fillRect(x, plate, wide, tall);
      ctx.globalAlpha = 1;
      ctx.fillStyle = theme.colour('ink');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.fillText(name, x + 4 * ratio, plate + tall / 2 + ratio / 2);
    }
    ctx.restore();
  };

  /** The colours in words: none, and what the ends and the middle stand for. */
  plimsoll.heatLegend = function () {
    const low = element('span', {});
    const middle = element('span', {});
    const high = element('span', {});
    const root = element('div', {class: 'ramp'},
      element('span', {class: 'ramp-none'}), element('span', {class: 'ramp-name'}, 'none'),
      element('div', {class: 'ramp-scale'}, element('div', {class: 'ramp-bar'}),
        element('div', {class: 'ramp-ends'}, low, middle, high)));
    return {
      root,
      show(scale, text) {
        low.textContent = scale.largest > 0 ? '> 0' : format.none;
        const half = scale.largest > 0 ? text(scale.value(0.5)) : '';
        middle.textContent = half === text(scale.largest) ? '' : half;
        high.textContent = scale.largest > 0 ? text(scale.largest) : '';
      }
    };
  };

  /** The row under the cursor when this is the chart that is pointed at, else null. */
  plimsoll.rowUnderCursor = function (u, hovered, rows) {
    if (!hovered || u.cursor.top < 0 || u.cursor.left < 0) {
      return null;
    }
    const row = Math.floor(u.posToVal(u.cursor.top, 'y'));
    return row >= 0 && row < rows ? row : null;
  };

  /** Up and down go from row to row. */
  plimsoll.rowKeys = function (rows) {
    return (event, u) => {
      const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (!way || event.shiftKey) {
        return false;
      }
      const now = u.cursor.top >= 0 ? Math.floor(u.posToVal(u.cursor.top, 'y')) : Math.floor(rows() / 2);
      const row = Math.min(Math.max(now + way, 0), rows() - 1);
      u.setCursor({left: u.cursor.left >= 0 ? u.cursor.left : u.over.clientWidth - 1,
        top: u.valToPos(row + 0.5, 'y')}, true, true);
      return true;
    };
  };
})(window.plimsoll = window.plimsoll || {});
