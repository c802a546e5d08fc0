(function (plimsoll) {
  'use strict';

  /** The part of time that all charts show, and the key under which their cursors move together. */
  plimsoll.span = function (from, to, key) {
    const listeners = new Set();
    const least = 1000;
    const span = {
      key: key || 'time',
      from, to, min: from, max: to,

      set(min, max) {
        const length = Math.min(Math.max(max - min, least), span.to - span.from);
        min = Math.min(Math.max(min, span.from), span.to - length);
        if (min !== span.min || min + length !== span.max) {
          span.min = min;
          span.max = min + length;
          listeners.forEach(listener => listener(span));
        }
      },

      reset() {
        span.set(span.from, span.to);
      },

      /** The factor is below 1 to see less time, about a moment that stays where it is. */
      zoom(factor, about) {
        about = Math.min(Math.max(about, span.min), span.max);
        span.set(about - (about - span.min) * factor, about - (about - span.min) * factor
          + (span.max - span.min) * factor);
      },

      shift(share) {
        const by = (span.max - span.min) * share;
        span.set(span.min + by, span.max + by);
      },

      whole() {
        return span.min <= span.from && span.max >= span.to;
      },

      /** Data grew; who saw all of it goes on seeing all. */
      extend(newFrom, newTo) {
        const whole = span.whole();
        span.from = newFrom;
        span.to = newTo;
        whole ? span.reset() : span.set(span.min, span.max);
      },

      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      }
    };
    if (!(to > from)) {
      span.to = span.max = from + least;
    }
    return span;
  };
})(window.plimsoll = window.plimsoll || {});
