(function (plimsoll) {
  'use strict';

  const waiting = new Map();

  function make(place) {
    const build = waiting.get(place);
    if (build) {
      waiting.delete(place);
      observer.unobserve(place);
      place.style.minHeight = '';
      build(place);
    }
  }

  const observer = new IntersectionObserver(entries => entries.forEach(entry => {
    if (entry.isIntersecting) {
      make(entry.target);
    }
  }), {rootMargin: '600px 0px'});

  /** A picture is made when the reader comes near it; until then its place is kept. */
  plimsoll.lazily = function (place, height, build) {
    place.style.minHeight = height + 'px';
    waiting.set(place, build);
    observer.observe(place);
  };

  /** Makes what has not been made yet: for paper, and for tests. */
  plimsoll.drawAll = function () {
    [...waiting.keys()].forEach(make);
  };

  addEventListener('beforeprint', () => plimsoll.drawAll());
})(window.plimsoll = window.plimsoll || {});
