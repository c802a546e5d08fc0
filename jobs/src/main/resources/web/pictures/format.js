(function (plimsoll) {
  'use strict';

  const NONE = '—';
  const THIN = '\u202f';
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const UNITS = [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']];
  const exact = new Intl.NumberFormat('en-US', {maximumFractionDigits: 12});
  const plain = {};

  function absent(x) {
    return x === null || x === undefined || Number.isNaN(x);
  }

  function fixed(x, digits) {
    plain[digits] = plain[digits] || new Intl.NumberFormat('en-US',
      {minimumFractionDigits: digits, maximumFractionDigits: digits});
    return plain[digits].format(x);
  }

  function sign(x) {
    return x < 0 ? '−' : '';
  }

  function two(n) {
    return String(n).padStart(2, '0');
  }

  /** Three significant digits with a unit; trailing zeros stay away when asked (axes). */
  function compact(x, trim) {
    const size = Math.abs(x);
    // 999,600 is 1.00 M, not 1,000 K
    for (const [unit, name] of UNITS) {
      if (size >= unit * 0.9995) {
        const part = size / unit;
        let text = fixed(part, part >= 99.95 ? 0 : part >= 9.995 ? 1 : 2);
        if (trim && text.includes('.')) {
          text = text.replace(/\.?0+$/, '');
        }
        return [text, THIN + name];
      }
    }
    return null;
  }

  const format = plimsoll.format = {
    none: NONE,

    money(x, trim) {
      if (absent(x)) {
        return NONE;
      }
      const big = compact(x, trim);
      if (big) {
        return sign(x) + '$' + big.join('');
      }
      const size = Math.abs(x);
      if (size > 0 && size < 0.005) {
        return sign(x) + '$' + Number(size.toPrecision(2));
      }
      return sign(x) + '$' + (trim && Number.isInteger(size) || size === 0 ? fixed(size, 0) : fixed(size, 2));
    },

    /** To the cent. */
    fullMoney(x) {
      return absent(x) ? NONE : sign(x) + '$' + fixed(Math.abs(x), 2);
    },

    exactMoney(x) {
      return absent(x) ? NONE : sign(x) + '$' + exact.format(Math.abs(x));
    },

    exact(x) {
      return absent(x) ? NONE : exact.format(x).replace('-', '−');
    },

    /** A whole number; big ones on axes in units. */
    count(x, short) {
      if (absent(x)) {
        return NONE;
      }
      const big = short && Math.abs(x) >= 10000 ? compact(x, true) : null;
      return big ? sign(x) + big.join('') : sign(x) + fixed(Math.abs(x), Number.isInteger(x) ? 0 : 1);
    },

    price(x, trim) {
      if (absent(x)) {
        return NONE;
      }
      const size = Math.abs(x);
      const digits = size >= 1000 ? 2 : size >= 100 ? 3 : size >= 0.1 ? 4 : 8;
      let text = fixed(size, digits);
      if (trim) {
        text = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
      }
      return sign(x) + '$' + text;
    },

    percent(x, digits) {
      return absent(x) ? NONE
        : sign(x) + fixed(Math.abs(x) * 100, digits === undefined ? 1 : digits) + THIN + '%';
    },

    signedPercent(x, digits) {
      return absent(x) ? NONE : (x > 0 ? '+' : '') + format.percent(x, digits);
    },

    /** A health factor or another pure number. */
    ratio(x, digits) {
      if (absent(x)) {
        return NONE;
      }
      return sign(x) + fixed(Math.abs(x), digits === undefined ? 4 : digits);
    },

    /** A decimal string or a number, with groups, cut to a readable length. */
    amount(text) {
      if (absent(text)) {
        return NONE;
      }
      const number = Number(text);
      if (!Number.isFinite(number)) {
        return String(text);
      }
      const size = Math.abs(number);
      return sign(number) + new Intl.NumberFormat('en-US',
        {maximumFractionDigits: size >= 1000 ? 2 : size >= 1 ? 4 : 8}).format(size);
    },

    time(ms) {
      if (absent(ms)) {
        return NONE;
      }
      const d = new Date(ms);
      const seconds = d.getUTCSeconds() ? ':' + two(d.getUTCSeconds()) : '';
      return format.day(ms) + ' ' + d.getUTCFullYear() + ', ' + format.clock(ms) + seconds + THIN + 'UTC';
    },

    day(ms) {
      const d = new Date(ms);
      return d.getUTCDate() + ' ' + MONTHS[d.getUTCMonth()];
    },

    clock(ms) {
      const d = new Date(ms);
      return two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
    },

    seconds(ms) {
      return format.clock(ms) + ':' + two(new Date(ms).getUTCSeconds());
    },

    iso(ms) {
      return absent(ms) ? NONE : new Date(ms).toISOString();
    },

    length(ms) {
      for (const [unit, name] of [[86400000, 'd'], [3600000, 'h'], [60000, 'min'], [1000, 's']]) {
        if (ms >= unit) {
          return Number((ms / unit).toFixed(1)) + THIN + name;
        }
      }
      return ms + THIN + 'ms';
    }
  };

  plimsoll.LEVELS = ['SAFE', 'MARGIN_CALL', 'LIQUIDATABLE', 'INSOLVENT'];
  plimsoll.levelName = level => ({SAFE: 'safe', MARGIN_CALL: 'margin call', LIQUIDATABLE: 'liquidatable',
    INSOLVENT: 'insolvent'})[level] || String(level);
  plimsoll.levelColour = level => ({SAFE: 'safe', MARGIN_CALL: 'call', LIQUIDATABLE: 'liquidatable',
    INSOLVENT: 'insolvent'})[level] || 'muted';
})(window.plimsoll = window.plimsoll || {});
