(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;

  /** The span of an account's own events, so that old ones are seen too. */
  function spanOf(account, from, to) {
    const instants = account.parts.flatMap(part => part.events.map(event => event.instant));
    const [begin, end] = [Math.min(from, ...instants), Math.max(to, ...instants)];
    // the first event does not stand on the axis itself
    return [begin - (end - begin) / 50, end];
  }

  /** One account, at the side of the page; which one says the address, so that the way back is the browser's. */
  plimsoll.accountPanel = function (panel, shared) {
    const title = element('h2', {id: 'account-title', tabindex: '-1'});
    const close = element('button', {type: 'button', class: 'button'}, 'Close');
    const status = element('p', {class: 'note', role: 'status'});
    const about = element('p', {class: 'lead'});
    const content = element('div', {});
    panel.append(element('div', {class: 'panel-head'}, title, close), about, status, content);

    let name = null;
    let opener = null;
    let span = null;
    let parts = new Map();

    function clear() {
      parts.forEach(part => part.destroy());
      parts = new Map();
      span = null;
      about.textContent = '';
    }

    function show(account) {
      const {from, to} = shared.current() || {from: account.instant - 3600000, to: account.instant};
      const [begin, end] = spanOf(account, from, to);
      span = span || plimsoll.span(begin, end, 'account');
      span.extend(begin, end);
      write(about, [account.mode.toLowerCase(), account.category,
        account.marginCall === null ? null : 'margin call at ' + account.marginCall,
        'as of ' + format.time(account.instant)].filter(Boolean).join(' · '));
      parts.forEach((part, key) => {
        if (!account.parts.some(p => p.name === key)) {
          part.destroy();
          parts.delete(key);
        }
      });
      for (const part of account.parts) {
        if (!parts.has(part.name)) {
          const named = account.parts.length > 1 || part.name !== account.account;
          parts.set(part.name, plimsoll.accountPart(content, named, {span}));
        }
        parts.get(part.name).show(part);
      }
    }

    function answered(answer) {
      const failure = plimsoll.failure(answer);
      status.classList.toggle('failed', failure !== null);
      if (failure && answer.status === 404) {
        clear();
      }
      write(status, failure === null ? '' : '◆ ' + failure + (parts.size ? ' What is shown is old.' : ''));
      if (!failure) {
        show(answer.body);
      }
    }

    const ask = plimsoll.poll(() => '/api/account?' + new URLSearchParams({name}),
      () => name !== null && !document.hidden, answered);

    function sync() {
      const wanted = plimsoll.accountOfAddress();
      if (wanted === name) {
        return;
      }
      if (name === null) {
        opener = document.activeElement;
      }
      name = wanted;
      clear();
      panel.hidden = name === null;
      document.documentElement.classList.toggle('beside', name !== null);
      if (name === null) {
        // back to where the reader came from
        if (opener && opener.isConnected) {
          opener.focus({preventScroll: true});
        }
      } else {
        title.textContent = name;
        status.textContent = 'Asking the server …';
        panel.scrollTop = 0;
        title.focus({preventScroll: true});
      }
      ask();
    }

    function leave() {
      // an empty fragment would scroll the page to its top
      history.pushState(null, '', location.pathname + location.search);
      sync();
    }

    close.addEventListener('click', leave);
    panel.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        leave();
      }
    });
    addEventListener('hashchange', sync);
    addEventListener('popstate', sync);
    sync();
  };
})(window.plimsoll = window.plimsoll || {});
