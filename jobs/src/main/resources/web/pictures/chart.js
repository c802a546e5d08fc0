(function (plimsoll) {
  'use strict';

  const {element, theme, axes} = plimsoll;
  const FOCUSED_KEYS = 'Plus and minus zoom, left and right move the cursor, with Shift they move the '
    + 'visible time, Escape shows all.';

  /**
   * A chart with its title, its legend and its keys; every picture is one of these.
   *
   * options: name, title, height (number or function), span (shared, or null when x is no time),
   *   plot() -> what uPlot is to draw, data() -> its data, legend: [{label, mark, colour, value(index, plot),
   *   exact(index, plot)}] or a function of these, moment(index) -> text, steps: true when a point holds until the
   *   next, ranged(plot): before a new span is drawn,
   *   rest() -> the index that is told without a cursor, clicked(plot), keys(event, plot) -> true when handled.
   */
  plimsoll.chart = function (parent, options) {
    const title = element('h3', {});
    const controls = element('div', {class: 'picture-controls'});
    const legend = element('dl', {class: 'picture-legend'});
    const host = element('div', {class: 'picture-plot', tabindex: '0', role: 'group'});
    const below = element('div', {class: 'picture-below'});
    const root = element('figure', {class: 'picture', 'data-picture': options.name},
      element('figcaption', {class: 'picture-head'}, title, controls), legend, host, below);
    parent.append(root);

    const span = options.span;
    const chart = {root, title, controls, below, host, plot: null, hovered: false, name, rebuild, refresh, destroy};
    let entries = [];

    /** Says what is shown, to the eye and to screen readers. */
    function name(text) {
      title.textContent = text;
      host.setAttribute('aria-label', text + '. ' + (span ? FOCUSED_KEYS : 'Left and right move the cursor.'));
    }

    function height() {
      return typeof options.height === 'function' ? options.height() : options.height;
    }

    function width() {
      return theme.printing ? 900 : Math.max(260, host.clientWidth);
    }

    function timeScale() {
      return {time: true, range: () => [span.min, span.max]};
    }

    function build() {
      const wanted = options.plot();
      const given = wanted.hooks || {};
      const drawUnit = u => {
        const ratio = uPlot.pxRatio;
        u.ctx.save();
        u.ctx.fillStyle = theme.colour('muted');
        u.ctx.font = theme.font(11 * ratio);
        u.ctx.textAlign = 'left';
        u.ctx.textBaseline = 'top';
        u.ctx.fillText('UTC', 2 * ratio, u.bbox.top + u.bbox.height + 8 * ratio);
        u.ctx.restore();
      };
      const uplot = {
        width: width(),
        height: height(),
        ms: 1,
        pxAlign: 1,
        padding: wanted.padding || [10, 14, 0, 0],
        legend: {show: false},
        series: wanted.series,
        bands: wanted.bands,
        axes: wanted.axes,
        scales: Object.assign({x: span ? timeScale() : {time: false}}, wanted.scales),
        cursor: {
          y: !!wanted.crosshair,
          points: wanted.points === false ? {show: false} : {size: 6},
          dataIdx: (u, series, at) => under(u, at),
          drag: {x: !!span, y: false, setScale: false},
          bind: {dblclick: () => () => {
            if (span) {
              span.reset();
            }
            return null;
          }},
          sync: span ? {
            key: span.key,
            setSeries: false,
            scales: ['x', null],
            filters: {pub: moved, sub: moved}
          } : undefined
        },
        hooks: {
          drawClear: given.drawClear || [],
          drawAxes: (span ? [drawUnit] : []).concat(given.drawAxes || []),
          draw: given.draw || [],
          setCursor: [cursorMoved],
          setSelect: [selected]
        }
      };
      chart.plot = new uPlot(uplot, options.data(), host);
      chart.plot.over.addEventListener('mouseenter', () => chart.hovered = true);
      chart.plot.over.addEventListener('mouseleave', () => {
        chart.hovered = false;
        showValues();
      });
      if (options.clicked) {
        chart.plot.over.addEventListener('click', () => options.clicked(chart.plot));
      }
      if (span) {
        chart.plot.setScale('x', {min: span.min, max: span.max});
      }
      if (options.ranged) {
        options.ranged(chart.plot);
      }
      root.classList.toggle('no-data', !(chart.plot.data[0] && chart.plot.data[0].length));
      buildLegend();
    }

    function moved(type) {
      return type === 'mousemove' || type === 'mouseleave';
    }

    function selected(u) {
      if (u.select.width > 4) {
        const min = u.posToVal(u.select.left, 'x');
        const max = u.posToVal(u.select.left + u.select.width, 'x');
        u.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
        span.set(min, max);
      }
    }

    function buildLegend() {
      const items = typeof options.legend === 'function' ? options.legend() : options.legend;
      legend.replaceChildren();
      const moment = element('dd', {class: 'legend-moment'});
      if (options.moment) {
        legend.append(element('div', {class: 'legend-item legend-time'},
          element('dt', {class: 'unseen'}, 'at'), moment));
      }
      entries = items.map(item => {
        const mark = item.mark
          ? element('span', {class: 'mark mark-' + item.mark, 'aria-hidden': 'true'}, item.glyph || null) : null;
        if (mark && item.colour) {
          mark.style.setProperty('--mark', 'var(--' + item.colour + ')');
        }
        const value = element('dd', {});
        legend.append(element('div', {class: 'legend-item'}, element('dt', {}, mark, item.label), value));
        return {item, value};
      });
      entries.moment = options.moment ? moment : null;
      showValues();
    }

    /** The values under the cursor, or the last ones that are visible. */
    function showValues() {
      const u = chart.plot;
      if (!u) {
        return;
      }
      const xs = u.data[0] || [];
      let at = under(u, u.cursor.idx);
      // new data may end before the cursor, until it is moved
      if (u.cursor.left < 0 || at === null || at === undefined || at >= xs.length) {
        at = xs.length ? options.rest ? options.rest() : lastVisible(u, xs) : null;
      }
      if (entries.moment) {
        entries.moment.textContent = at === null ? plimsoll.format.none : options.moment(at);
      }
      for (const {item, value} of entries) {
        if (item.value) {
          value.textContent = at === null ? plimsoll.format.none : item.value(at, u);
          if (item.exact) {
            value.title = at === null ? '' : item.exact(at, u);
          }
        }
      }
    }

    /** The point that the cursor stands for: the nearest, or the step that it is in. */
    function under(u, at) {
      const xs = u.data[0];
      return options.steps && at > 0 && u.cursor.left >= 0 && u.valToPos(xs[at], 'x') > u.cursor.left + 0.75
        ? at - 1 : at;
    }

    function lastVisible(u, xs) {
      if (!span) {
        return xs.length - 1;
      }
      let at = u.valToIdx(span.max);
      if (at > 0 && xs[at] > span.max) {
        at--;
      }
      return at;
    }

    function cursorMoved(u) {
      // the first call comes while the chart is still being made
      if (chart.plot === u) {
        showValues();
      }
    }

    /** New data with the same meaning. */
    function refresh() {
      chart.plot.setData(options.data());
      if (span) {
        chart.plot.setScale('x', {min: span.min, max: span.max});
      }
      root.classList.toggle('no-data', !(chart.plot.data[0] && chart.plot.data[0].length));
      if (chart.plot.height !== height()) {
        chart.plot.setSize({width: width(), height: height()});
      }
      showValues();
    }

    /** New colours, other series or another scale. */
    function rebuild() {
      if (chart.plot) {
        chart.plot.destroy();
      }
      build();
    }

    function press(event) {
      if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const u = chart.plot;
      if (options.keys && options.keys(event, u)) {
        event.preventDefault();
        return;
      }
      const left = u.cursor.left >= 0 ? u.cursor.left : u.over.clientWidth / 2;
      const about = u.posToVal(left, 'x');
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const way = event.key === 'ArrowLeft' ? -1 : 1;
        if (event.shiftKey) {
          if (span) {
            span.shift(way / 8);
          }
        } else {
          stepCursor(u, way);
        }
      } else if (span && (event.key === '+' || event.key === '=')) {
        span.zoom(1 / 2, about);
      } else if (span && (event.key === '-' || event.key === '_')) {
        span.zoom(2, about);
      } else if (span && (event.key === 'Escape' || event.key === '0')) {
        span.reset();
      } else {
        return;
      }
      event.preventDefault();
    }

    /** To the next point, and by at least three pixels, so that dense charts can be walked too. */
    function stepCursor(u, way) {
      const xs = u.data[0];
      if (!xs.length) {
        return;
      }
      const edge = u.over.clientWidth;
      const before = u.cursor.left >= 0 ? u.cursor.left
        : options.rest ? u.valToPos(xs[options.rest()], 'x') : way > 0 ? 0 : edge;
      let at = u.valToIdx(u.posToVal(before, 'x'));
      while (at + way >= 0 && at + way < xs.length) {
        at += way;
        if (Math.abs(u.valToPos(xs[at], 'x') - before) >= 3) {
          break;
        }
      }
      const left = Math.min(Math.max(u.valToPos(xs[at], 'x'), 0), edge);
      u.setCursor({left, top: u.cursor.top >= 0 ? u.cursor.top : u.over.clientHeight / 2}, true, true);
    }

    host.addEventListener('keydown', press);
    host.addEventListener('focus', () => {
      chart.hovered = true;
      legend.setAttribute('aria-live', 'polite');
    });
    host.addEventListener('blur', () => {
      chart.hovered = false;
      legend.removeAttribute('aria-live');
    });

    const stops = [theme.listen(rebuild)];
    if (span) {
      stops.push(span.listen(() => {
        chart.plot.setScale('x', {min: span.min, max: span.max});
        if (options.ranged) {
          options.ranged(chart.plot);
        }
        showValues();
      }));
    }
    const observer = new ResizeObserver(() => {
      if (!theme.printing && host.clientWidth && width() !== chart.plot.width) {
        chart.plot.setSize({width: width(), height: height()});
        if (options.ranged) {
          options.ranged(chart.plot);
        }
      }
    });

    function destroy() {
      observer.disconnect();
      stops.forEach(stop => stop());
      chart.plot.destroy();
      root.remove();
    }

    name(options.title);
    build();
    observer.observe(host);
    return chart;
  };

  /** What a picture hands out. */
  plimsoll.picture = function (chart, methods) {
    return Object.defineProperties(Object.assign({
      root: chart.root,
      update() {},
      select() {},
      destroy: chart.destroy
    }, methods), {
      plot: {get: () => chart.plot, enumerable: true},
      data: {get: () => chart.plot.data, enumerable: true}
    });
  };

  plimsoll.pictures = {};
})(window.plimsoll = window.plimsoll || {});
