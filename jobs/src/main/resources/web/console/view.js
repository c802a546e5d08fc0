(function (plimsoll) {
  'use strict';

  const AT_MOST_EVERY_MS = 1000;

  /** Whether somebody may see this: in view or nearly so, and the page not hidden. came() is called as it comes. */
  plimsoll.inView = function (root, came) {
    let near = false;
    new IntersectionObserver(entries => {
      const before = near;
      near = entries[entries.length - 1].isIntersecting;
      if (near && !before) {
        came();
      }
    }, {rootMargin: '200px 0px'}).observe(root);
    return () => near && !document.hidden;
  };

  /** Draws when it is asked to: at most once a second, and never while the page is hidden. */
  plimsoll.pace = function (draw) {
    let last = -Infinity;
    let waiting = false;

    function now() {
      waiting = false;
      if (!document.hidden) {
        last = performance.now();
        draw();
      }
    }

    document.addEventListener('visibilitychange', now);
    return function () {
      if (!waiting && !document.hidden) {
        waiting = true;
        setTimeout(now, Math.max(0, last + AT_MOST_EVERY_MS - performance.now()));
      }
    };
  };

  /**
   * A span for pictures that are redrawn only when they are seen: while nobody looks the window moves on without
   * them, and caught() makes up for it. A zoom by hand reaches all.
   */
  plimsoll.spanInView = function (span, seen, moving) {
    const listeners = new Set();
    let late = false;
    const own = Object.create(span);
    own.listen = function (listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const tell = () => listeners.forEach(listener => listener(own));
    span.listen(() => {
      if (moving() && !seen()) {
        late = true;
      } else {
        late = false;
        tell();
      }
    });
    own.caught = function () {
      if (late) {
        late = false;
        tell();
      }
    };
    return own;
  };
})(window.plimsoll = window.plimsoll || {});
