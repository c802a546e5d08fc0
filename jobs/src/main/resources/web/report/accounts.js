(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;
  const FIRST = 15;
  const COLUMNS = [
    ['account', 'account', a => a.account, false],
    ['worst', 'worst level', a => plimsoll.LEVELS.indexOf(a.worst), true],
    ['equity', 'lowest equity', a => a.lowestEquityUsd, true],
    ['debt', 'highest debt', a => a.peakDebtUsd, true],
    ['mode', 'mode', a => a.mode, false],
    ['category', 'category', a => a.category, false],
    ['events', 'events', a => a.events.length, true]
  ];
  const names = new Intl.Collator('en', {numeric: true});

  const missing = a => a === null || a === undefined || a === '';

  function compare(a, b, upwards) {
    // what is not known stands last, whichever way the rest goes
    if (missing(a) || missing(b)) {
      return missing(a) - missing(b);
    }
    return (typeof a === 'string' ? names.compare(a, b) : a - b) * (upwards ? 1 : -1);
  }

  /** The table of accounts; a row opens to show how its events came about. */
  plimsoll.accounts = function (data, shared) {
    const all = data.accounts;
    // as it comes: worst first
    let sorted = null;
    let upwards = true;
    let whole = false;
    let open = null;
    let text = '';
    let level = '';

    const body = element('tbody', {});
    const status = element('p', {class: 'note', role: 'status'});
    const more = element('button', {type: 'button', class: 'button'});
    const search = element('input', {type: 'search', placeholder: 'part of a name', autocomplete: 'off',
      spellcheck: 'false'});
    const filter = element('select', {}, element('option', {value: ''}, 'all'),
      plimsoll.LEVELS.slice().reverse().map(l => element('option', {value: l}, plimsoll.levelName(l))));
    const heads = COLUMNS.map(([key, label, , numeric]) => {
      const button = element('button', {type: 'button', class: 'sort'}, label,
        element('span', {class: 'sort-way', 'aria-hidden': 'true'}));
      const head = element('th', {scope: 'col', 'aria-sort': 'none',
        class: numeric && key !== 'worst' ? 'number' : null}, button);
      button.addEventListener('click', () => {
        upwards = sorted === key ? !upwards : !numeric || key === 'equity';
        sorted = key;
        show();
      });
      return head;
    });

    function chosen() {
      const lower = text.toLowerCase();
      const result = all.filter(a => (!level || a.worst === level)
        && (!lower || a.account.toLowerCase().includes(lower)));
      const column = COLUMNS.find(c => c[0] === sorted);
      if (column) {
        result.sort((a, b) => compare(column[2](a), column[2](b), upwards));
      }
      return result;
    }

    function row(account, late) {
      const button = element('button', {type: 'button', class: 'open', 'aria-expanded': 'false'}, account.account);
      const line = element('tr', {class: 'account' + (late ? ' late' : ''), 'data-account': account.account},
        element('td', {}, button), element('td', {}, plimsoll.level(account.worst)),
        plimsoll.figureCell(format.money(account.lowestEquityUsd), format.exactMoney(account.lowestEquityUsd)),
        plimsoll.figureCell(format.money(account.peakDebtUsd), format.exactMoney(account.peakDebtUsd)),
        element('td', {}, account.mode ? account.mode.toLowerCase() : format.none),
        element('td', {}, account.category || format.none),
        plimsoll.figureCell(format.count(account.events.length)));
      line.addEventListener('click', event => {
        // a name being marked for copying is no click
        if (!String(getSelection()) || event.target === button) {
          toggle(account, line, button);
        }
      });
      return line;
    }

    function shut() {
      if (open) {
        open.picture.destroy();
        open.detail.remove();
        open.button.setAttribute('aria-expanded', 'false');
        open.line.classList.remove('opened');
        open = null;
        delete plimsoll.report.charts.account;
      }
    }

    function toggle(account, line, button) {
      const again = open && open.account === account;
      shut();
      if (again) {
        return;
      }
      const content = element('div', {class: 'detail'});
      const detail = element('tr', {class: 'detail-row'}, element('td', {colspan: COLUMNS.length}, content));
      line.after(detail);
      line.classList.add('opened');
      button.setAttribute('aria-expanded', 'true');
      const picture = plimsoll.pictures.account(content, account, {span: shared.span, event(index) {
        const details = content.querySelectorAll('.events details')[index];
        details.open = true;
        details.scrollIntoView({block: 'nearest'});
      }});
      shared.register('account', picture);
      content.append(element('h4', {}, 'Events of ' + account.account), events(account));
      open = {account, line, button, detail, picture};
    }

    function events(account) {
      // the first event that is a liquidation is what most come for
      const worth = account.events.findIndex(e => plimsoll.LEVELS.indexOf(e.event.to) >= 2);
      return element('ol', {class: 'events'}, account.events.map((entry, i) => {
        const event = entry.event;
        const details = element('details', {},
          element('summary', {},
            element('time', {datetime: format.iso(event.instant), title: format.iso(event.instant)},
              format.time(event.instant)),
            element('span', {class: 'event-levels'}, plimsoll.level(event.from), ' → ', plimsoll.level(event.to)),
            element('span', {class: 'event-figure', title: format.exact(event.healthFactor)},
              'HF ' + format.ratio(event.healthFactor)),
            element('span', {class: 'event-figure', title: format.exactMoney(event.equity)},
              'equity ' + format.money(event.equity)),
            (event.doubts || []).length
              ? element('span', {class: 'event-doubt'}, 'in doubt: ' + event.doubts.join(', ')) : null));
        const fill = () => {
          if (details.open && details.childElementCount === 1) {
            details.append(plimsoll.working(account, entry));
          }
        };
        details.addEventListener('toggle', fill);
        if (i === Math.max(worth, 0)) {
          details.open = true;
          fill();
        }
        return element('li', {}, details);
      }));
    }

    function show() {
      shut();
      const found = chosen();
      heads.forEach((head, k) => {
        const mine = COLUMNS[k][0] === sorted;
        head.setAttribute('aria-sort', mine ? upwards ? 'ascending' : 'descending' : 'none');
      });
      body.replaceChildren(...found.map((account, i) => row(account, !whole && i >= FIRST)));
      status.textContent = found.length === 0 ? 'No account is like that.'
        : found.length === all.length ? format.count(all.length) + (all.length === 1 ? ' account' : ' accounts')
          + (sorted ? '.' : ', worst first.')
          : format.count(found.length) + ' of ' + format.count(all.length) + ' accounts.';
      more.hidden = found.length <= FIRST;
      more.textContent = whole ? 'Show the first ' + FIRST : 'Show all ' + found.length;
    }

    more.addEventListener('click', () => {
      whole = !whole;
      show();
    });
    search.addEventListener('input', () => {
      text = search.value.trim();
      show();
    });
    filter.addEventListener('change', () => {
      level = filter.value;
      show();
    });
    show();

    return element('div', {class: 'accounts'},
      element('div', {class: 'controls'}, element('label', {}, 'Search ', search),
        element('label', {}, 'Worst level ', filter), status),
      element('div', {class: 'scroll', role: 'region', 'aria-label': 'Accounts that mattered', tabindex: '0'},
        element('table', {class: 'account-table'},
        element('caption', {class: 'unseen'}, 'Accounts that mattered; each row opens'),
        element('thead', {}, element('tr', {}, heads)), body)),
      element('p', {}, more));
  };
})(window.plimsoll = window.plimsoll || {});
