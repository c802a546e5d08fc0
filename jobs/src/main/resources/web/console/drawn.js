(function (plimsoll) {
  'use strict';

  const {element} = plimsoll;

  /**
   * The pictures of one section: [{name, height, build, reads(data)}]. Each is made when there is something to
   * show and the reader comes near, and drawn anew when what it reads has changed; ready(data) says whether there
   * is something, absent is what to say while there is not.
   */
  plimsoll.drawn = function (root, shared, {ready, absent}, pictures) {
    const notice = element('p', {class: 'notice'}, absent);
    root.append(notice);
    const seen = plimsoll.inView(root, () => {
      own.span.caught();
      shared.current() && update(shared.current());
    });
    const own = Object.create(shared, {span: {value: plimsoll.spanInView(shared.span, seen, () => shared.moving)}});
    const entries = pictures.map(picture => {
      const place = element('div', {class: 'place', hidden: true});
      root.append(place);
      return {...picture, place, made: null, shown: null, offered: false};
    });

    function make(entry) {
      const data = shared.current();
      if (!ready(data)) {
        entry.offered = false;
        return;
      }
      entry.made = entry.build(entry.place, data, own);
      entry.shown = entry.reads(data);
      shared.register(entry.name, entry.made);
    }

    function update(data) {
      const able = ready(data);
      notice.hidden = able;
      for (const entry of entries) {
        entry.place.hidden = !able;
        if (able && !entry.offered) {
          entry.offered = true;
          plimsoll.lazily(entry.place, entry.height, () => make(entry));
        } else if (able && entry.made && seen() && entry.shown !== entry.reads(data)) {
          entry.shown = entry.reads(data);
          entry.made.update(data);
        }
      }
    }

    return {update};
  };
})(window.plimsoll = window.plimsoll || {});
