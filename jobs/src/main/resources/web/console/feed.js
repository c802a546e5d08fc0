(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;
  const TOLD_AT_MOST_EVERY_MS = 20000;
  const count = (n, one, many) => format.count(n) + ' ' + (n === 1 ? one : many);

  // after a reconnection the same events are other objects
  const same = (a, b) => a.instant === b.instant && a.account === b.account && a.to === b.to;
  const since = (events, last) => {
    const at = events.findIndex(event => same(event, last));
    return at < 0 ? events : events.slice(0, at);
  };

  function eventRow(event) {
    const time = element('time', {datetime: format.iso(event.instant), title: format.iso(event.instant)},
      format.day(event.instant) + ' ' + format.seconds(event.instant));
    return {root: element('tr', {class: 'event-row', 'data-account': event.account},
      element('td', {class: 'event-time'}, time),
      element('td', {class: 'account-name'}, plimsoll.accountLink(event.account)),
      element('td', {}, event.from === event.to ? [plimsoll.level(event.to), ' again']
        : [plimsoll.level(event.from), ' → ', plimsoll.level(event.to)]),
      plimsoll.figureCell(format.ratio(event.healthFactor), format.exact(event.healthFactor)),
      plimsoll.figureCell(format.money(event.debtUsd), format.exactMoney(event.debtUsd)),
      plimsoll.figureCell(format.money(event.equityUsd), format.exactMoney(event.equityUsd)),
      element('td', {class: 'record'}, event.offer || ''))};
  }

  /** The latest margin events, newest first. While one is read or pointed at the list stands still. */
  plimsoll.feed = function (parent) {
    let events = [];
    let newest = [];
    let paused = false;
    let level = '';
    let told = null;
    let toldAt = performance.now();

    const body = element('tbody', {});
    const status = element('p', {class: 'note'});
    const spoken = element('p', {class: 'unseen', role: 'status'});
    const pause = element('button', {type: 'button', class: 'button', 'aria-pressed': 'false'}, 'Pause');
    const search = element('input', {type: 'search', placeholder: 'account, asset …', autocomplete: 'off',
      spellcheck: 'false'});
    const levels = plimsoll.choice('To level', [['', 'all'], ...plimsoll.LEVELS.slice().reverse()
      .map(name => [name, plimsoll.levelName(name)])], level, chosen => {
      level = chosen;
      show();
    });
    const heads = [['time, UTC'], ['account'], ['level'], ['health factor', true], ['debt', true], ['equity', true],
      ['a liquidator is offered']];
    const scroll = element('div', {class: 'scroll tall', role: 'region', 'aria-label': 'Latest margin events',
      tabindex: '0'}, element('table', {class: 'feed-table'},
      element('caption', {class: 'unseen'}, 'Latest margin events, newest first'),
      element('thead', {}, element('tr', {}, heads.map(([name, number]) =>
        element('th', {scope: 'col', class: number ? 'number' : null}, name)))), body));
    parent.append(element('div', {class: 'controls'}, levels, element('label', {}, 'Search ', search), pause, status),
      spoken, scroll);

    const rows = plimsoll.rows(body, {key: event => event, make: eventRow});

    function fits(event) {
      const text = search.value.trim().toLowerCase();
      return (!level || event.to === level) && (!text || event.account.toLowerCase().includes(text)
        || (event.offer || '').toLowerCase().includes(text));
    }

    /** A row that moves away under the pointer, or under the keyboard, would be another one when it is chosen. */
    const held = () => body.matches(':hover') || body.contains(document.activeElement);

    function show() {
      const found = events.filter(fits);
      rows(found);
      say(found);
    }

    function say(found) {
      const waiting = (events.length ? since(newest, events[0]) : newest).length;
      write(status, (events.length === 0 ? 'No margin event yet.' : found.length === events.length
        ? 'The latest ' + count(events.length, 'event', 'events') + '.'
        : format.count(found.length) + ' of the latest ' + count(events.length, 'event', 'events') + '.')
        + (waiting ? (paused ? ' Paused: ' : ' Held while you are on it: ')
          + count(waiting, 'new one', 'new ones') + '.' : paused ? ' Paused.' : ''));
      tell();
    }

    /** To those who listen: now and then, and only how many. */
    function tell() {
      const now = performance.now();
      if (told === null || newest.length === 0) {
        told = newest[0] || null;
      } else if (!same(newest[0], told) && !paused && now - toldAt > TOLD_AT_MOST_EVERY_MS) {
        const come = since(newest, told).filter(fits);
        const worse = come.filter(e => plimsoll.LEVELS.indexOf(e.to) >= 2).length;
        told = newest[0];
        toldAt = now;
        write(spoken, come.length ? count(come.length, 'new margin event', 'new margin events') + ', '
          + format.count(worse) + ' to liquidatable or worse.' : '');
      }
    }

    function update(data) {
      newest = data.events;
      if (!paused && !held() && events !== newest) {
        events = newest;
        show();
      } else {
        say(events.filter(fits));
      }
    }

    pause.addEventListener('click', () => {
      paused = !paused;
      pause.setAttribute('aria-pressed', String(paused));
      pause.textContent = paused ? 'Go on' : 'Pause';
      if (!paused) {
        events = newest;
      }
      show();
    });
    search.addEventListener('input', show);
    return {update};
  };
})(window.plimsoll = window.plimsoll || {});
