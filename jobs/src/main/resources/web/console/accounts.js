(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;
  const LIMIT = 200;
  const TYPING_MS = 250;

  const time = ms => ms === null || ms === undefined ? format.none : format.time(ms);

  /** How many accounts stand at each level, by what its button is called. */
  function counts(summary, searched) {
    const [call, liquidatable, insolvent] = [summary.atMarginCall, summary.atLiquidatable, summary.atInsolvent];
    const worse = call + liquidatable + insolvent;
    return {'': searched ? summary.accounts : worse, INSOLVENT: insolvent, LIQUIDATABLE: liquidatable,
      MARGIN_CALL: call, SAFE: Math.max(0, summary.accounts - worse)};
  }

  /** The buttons that choose a level, each with how many accounts stand there. */
  function levelButtons(choose) {
    const root = element('div', {class: 'level-buttons', role: 'group', 'aria-label': 'Level'});
    let level = '';
    let searched = false;
    let last = null;
    const buttons = ['', 'INSOLVENT', 'LIQUIDATABLE', 'MARGIN_CALL', 'SAFE'].map(name => {
      const number = element('span', {class: 'level-count'}, format.none);
      const label = name === '' ? element('span', {}, 'all but safe') : plimsoll.level(name);
      const button = element('button', {type: 'button', class: 'button', 'data-level': name,
        'aria-pressed': String(name === level)}, label, ' ', number);
      button.addEventListener('click', () => {
        level = name;
        buttons.forEach(b => b.button.setAttribute('aria-pressed', String(b.name === level)));
        choose(level);
      });
      root.append(button);
      return {name, button, label, number};
    });
    function show(summary) {
      last = summary;
      buttons.forEach(({name, number}) => write(number, format.count(counts(summary, searched)[name])));
    }

    /** A search without a level looks at all of them. */
    function searching(now) {
      searched = now;
      write(buttons[0].label, searched ? 'any level' : 'all but safe');
      if (last) {
        show(last);
      }
    }

    return {root, show, searching};
  }

  function accountRow(account) {
    const [level, since] = [element('td', {}), element('td', {class: 'account-since'})];
    const [health, debt, equity] = [0, 1, 2].map(() => element('td', {class: 'number'}));
    return {level, since, health, debt, equity, was: null, root: element('tr', {'data-account': account.account},
      element('td', {class: 'account-name'}, plimsoll.accountLink(account.account)), level, since, health, debt,
      equity)};
  }

  function showAccount(row, account) {
    if (row.was !== account.level) {
      row.was = account.level;
      row.level.replaceChildren(plimsoll.level(account.level));
    }
    write(row.since, time(account.since));
    write(row.health, format.ratio(account.healthFactor), format.exact(account.healthFactor));
    write(row.debt, format.money(account.debtUsd), format.exactMoney(account.debtUsd));
    write(row.equity, format.money(account.equityUsd), format.exactMoney(account.equityUsd));
  }

  /** The accounts of a level or a search, lowest health factor first; asked for while somebody looks. */
  plimsoll.accountTable = function (root) {
    let level = '';
    let typing = null;
    const buttons = levelButtons(chosen => {
      level = chosen;
      ask();
    });
    const search = element('input', {type: 'search', placeholder: 'part of a name', autocomplete: 'off',
      spellcheck: 'false'});
    const status = element('p', {class: 'note'});
    const body = element('tbody', {});
    const heads = [['account'], ['level'], ['since'], ['health factor', true], ['debt', true], ['equity', true]];
    root.append(element('div', {class: 'controls'}, buttons.root, element('label', {}, 'Search ', search), status),
      element('div', {class: 'scroll tall', role: 'region', 'aria-label': 'Accounts', tabindex: '0'},
        element('table', {}, element('caption', {class: 'unseen'}, 'Accounts, lowest health factor first'),
          element('thead', {}, element('tr', {}, heads.map(([name, number]) =>
            element('th', {scope: 'col', class: number ? 'number' : null}, name)))), body)));
    const rows = plimsoll.rows(body, {key: account => account.account, make: accountRow, show: showAccount});

    function path() {
      const query = new URLSearchParams({limit: LIMIT});
      if (level) {
        query.set('level', level);
      }
      if (search.value.trim()) {
        query.set('q', search.value.trim());
      }
      return '/api/accounts?' + query;
    }

    function answered(answer) {
      const failure = plimsoll.failure(answer);
      status.classList.toggle('failed', failure !== null);
      if (failure) {
        write(status, '◆ ' + failure + (body.childElementCount ? ' What is shown is old.' : ''));
        return;
      }
      const {accounts, total, instant} = answer.body;
      rows(accounts);
      write(status, total === 0 ? 'No account is like that.'
        : (accounts.length < total ? format.count(accounts.length) + ' of ' : '') + format.count(total)
          + (total === 1 ? ' account' : ' accounts') + ', lowest health factor first, as of ' + time(instant) + '.');
    }

    const seen = plimsoll.inView(root, () => ask());
    const ask = plimsoll.poll(path, seen, answered);

    search.addEventListener('input', () => {
      buttons.searching(search.value.trim() !== '');
      clearTimeout(typing);
      typing = setTimeout(ask, TYPING_MS);
    });
    return {update: data => buttons.show(data.summary)};
  };
})(window.plimsoll = window.plimsoll || {});
