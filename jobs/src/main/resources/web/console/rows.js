(function (plimsoll) {
  'use strict';

  /**
   * Elements kept in step with a list: what stays is moved, not made anew, so that focus and selection stay.
   * options: {key(item), make(item) -> {root, ...}, show(made, item) when given}.
   */
  plimsoll.rows = function (parent, options) {
    let known = new Map();

    return function (items) {
      const focused = document.activeElement;
      const next = new Map();
      for (const item of items) {
        const key = options.key(item);
        next.set(key, known.get(key) || options.make(item));
      }
      // first, so that those behind them need not be moved
      known.forEach((made, key) => next.has(key) || made.root.remove());
      let place = parent.firstChild;
      for (const item of items) {
        const made = next.get(options.key(item));
        if (options.show) {
          options.show(made, item);
        }
        if (made.root === place) {
          place = place.nextSibling;
        } else {
          parent.insertBefore(made.root, place);
        }
      }
      known = next;
      // to be moved costs an element its focus
      if (focused !== document.activeElement && parent.contains(focused)) {
        focused.focus({preventScroll: true});
      }
    };
  };

  /** Writes only what is new: what reads a page aloud hears of nothing else. */
  plimsoll.write = function (element, text, title) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
    if (title !== undefined && element.title !== title) {
      element.title = title;
    }
  };
})(window.plimsoll = window.plimsoll || {});
