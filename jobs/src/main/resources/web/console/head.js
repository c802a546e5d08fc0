(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;

  /** How the monitor is: what is wrong in sentences, and the signs that it was read from. */
  plimsoll.head = function (root, connection, current) {
    const run = document.getElementById('run');
    const foot = document.getElementById('foot');
    const state = element('a', {class: 'nav-state', href: '#monitor'});
    const verdict = element('ul', {class: 'verdict', role: 'status'});
    const login = element('a', {class: 'button', href: '/'}, 'Enter the token');
    root.append(verdict, element('p', {hidden: true}, login));
    const showSigns = plimsoll.signs(root);
    const readers = element('tbody', {});
    const details = element('details', {class: 'readers', hidden: true}, element('summary', {}, 'What is read'),
      element('div', {class: 'scroll', role: 'region', 'aria-label': 'What is read', tabindex: '0'},
        element('table', {class: 'small'}, element('thead', {}, element('tr', {},
          ['topic', 'state', 'detail'].map(name => element('th', {scope: 'col'}, name)))), readers)));
    root.append(details);

    const showTroubles = plimsoll.rows(verdict, {
      key: trouble => trouble.text,
      make: trouble => ({root: element('li', {class: 'sign-' + trouble.weight},
        element('span', {class: 'sign-glyph', 'aria-hidden': 'true'}, plimsoll.signGlyph(trouble.weight)),
        element('span', {}, trouble.text))})
    });
    const showReaders = plimsoll.rows(readers, {
      key: reader => reader.topic,
      make(reader) {
        const [state, detail] = [element('td', {}), element('td', {class: 'record'})];
        return {state, detail, root: element('tr', {}, element('td', {}, element('code', {}, reader.topic)),
          state, detail)};
      },
      show({state, detail}, reader) {
        write(state, (reader.state === 'failed' ? '◆ ' : '● ') + reader.state);
        write(detail, reader.detail || '');
      }
    });

    function verdicts(troubles, data) {
      return troubles.length > 0 ? troubles : [data ? {weight: 'well', text: 'Live, and no trouble is known.'}
        : {weight: 'unknown', text: 'Waiting for the first figures of the server.'}];
    }

    function update() {
      const data = current();
      // time goes on while nothing is heard
      const unheard = performance.now() - connection.heardAt;
      const now = data ? data.now + unheard : null;
      const lagMs = data && data.health.lastBar !== null ? data.health.lagMs + unheard : null;
      const troubles = plimsoll.troubles(data, connection, now, lagMs);
      const worst = troubles.length ? troubles[0].weight : data ? 'well' : 'unknown';
      const said = troubles.length === 1 ? '1 trouble' : troubles.length + ' troubles';
      showTroubles(verdicts(troubles, data));
      login.parentElement.hidden = connection.state !== 'token';
      state.className = 'nav-state sign-' + worst;
      write(state, plimsoll.signGlyph(worst) + ' ' + (connection.state !== 'live'
        ? plimsoll.connectionName(connection.state) : troubles.length ? said : 'live'));
      // seen in a tab that is not
      document.title = (troubles.length ? plimsoll.signGlyph(worst) + ' ' + said + ' · ' : '')
        + 'Plimsoll console' + (data ? ': ' + data.title : '');
      if (data) {
        write(run, data.title + ' · ' + format.time(data.from) + ' to ' + format.time(data.to));
        write(foot, 'Plimsoll ' + data.version + '. Times are UTC, values USD. '
          + 'Figures are rounded for reading; point at one for the exact one.');
        showSigns(data, connection, now, lagMs);
        showReaders(data.health.readers);
        details.hidden = data.health.readers.length === 0;
      }
    }

    return {state, update};
  };
})(window.plimsoll = window.plimsoll || {});
