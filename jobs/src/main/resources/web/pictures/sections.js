(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;

  /**
   * A page as sections with a way to each: section(id, name, title, sentence) makes one,
   * watch(tools) ends the list of links, which then say where the reader is.
   */
  plimsoll.sections = function (parent, nav) {
    const links = element('ol', {});

    function section(id, name, title, sentence) {
      const root = element('section', {id, 'aria-labelledby': id + '-title'},
        element('h2', {id: id + '-title'}, title), element('p', {class: 'lead'}, sentence));
      links.append(element('li', {}, element('a', {href: '#' + id}, name)));
      parent.append(root);
      return root;
    }

    function watch(tools) {
      nav.append(links, tools);
      // between two sections the last that was there stays
      const there = new Set();
      const seen = new IntersectionObserver(entries => {
        entries.forEach(({target, isIntersecting}) => isIntersecting ? there.add(target.id) : there.delete(target.id));
        const [here] = there;
        for (const link of here ? links.querySelectorAll('a') : []) {
          link.hash === '#' + here ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
        }
      }, {rootMargin: '-20% 0px -75% 0px'});
      parent.querySelectorAll('section').forEach(root => seen.observe(root));
    }

    return {section, watch};
  };

  /** Which part of time is shown while it is not all of it, and the way back. */
  plimsoll.spanTools = function (span, back, title) {
    const zoomed = element('span', {class: 'nav-span', role: 'status'});
    const reset = element('button', {type: 'button', class: 'button', title}, back);
    reset.addEventListener('click', () => span.reset());
    const show = () => {
      const whole = span.whole();
      reset.hidden = whole;
      zoomed.textContent = whole ? '' : format.day(span.min) + ' ' + format.clock(span.min) + ' – '
        + format.day(span.max) + ' ' + format.clock(span.max) + ' UTC';
    };
    span.listen(show);
    show();
    return element('div', {class: 'nav-tools'}, zoomed, reset);
  };
})(window.plimsoll = window.plimsoll || {});
