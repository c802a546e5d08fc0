(function (plimsoll) {
  'use strict';

  const listeners = new Set();
  let colours = new Map();
  let ramp = null;

  function changed() {
    colours = new Map();
    ramp = null;
    listeners.forEach(listener => listener());
  }

  function rgb(text) {
    const hex = text.replace('#', '');
    return [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16));
  }

  const theme = plimsoll.theme = {
    printing: false,

    /** The colour that the style sheet calls by this name. */
    colour(name) {
      if (!colours.has(name)) {
        colours.set(name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim());
      }
      return colours.get(name);
    },

    /** The same, let through: alpha from 0 to 1. */
    tint(name, alpha) {
      return 'rgba(' + rgb(theme.colour(name)).join(',') + ',' + alpha + ')';
    },

    /** The colour of a share from 0 to 1 on heat maps. */
    heat(share) {
      ramp = ramp || [0, 1, 2, 3, 4].map(i => rgb(theme.colour('ramp-' + i)));
      const at = Math.min(0.9999, Math.max(0, share)) * (ramp.length - 1);
      const i = Math.floor(at);
      return 'rgb(' + ramp[i].map((c, k) => Math.round(c + (ramp[i + 1][k] - c) * (at - i))).join(',') + ')';
    },

    font(size) {
      return (size || 11) + 'px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
    },

    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);

  // paper is light, and narrower than most screens
  addEventListener('beforeprint', () => {
    theme.printing = true;
    document.documentElement.classList.add('printing');
    changed();
  });
  addEventListener('afterprint', () => {
    theme.printing = false;
    document.documentElement.classList.remove('printing');
    changed();
  });
})(window.plimsoll = window.plimsoll || {});
