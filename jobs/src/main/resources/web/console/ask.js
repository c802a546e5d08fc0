(function (plimsoll) {
  'use strict';

  const PATIENCE_MS = 10000;
  const EVERY_MS = 3000;

  /** What the server answers, as {status, body}; status 0 stands for no answer. */
  plimsoll.ask = async function (path) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(path, {signal: stop.signal, cache: 'no-store'});
      // an error of a proxy is no JSON
      const body = await answer.json().catch(() => ({}));
      return {status: answer.status, body};
    } catch (e) {
      return {status: 0, body: {}};
    } finally {
      clearTimeout(timer);
    }
  };

  /** Why there is no answer to show; null when there is one. */
  plimsoll.failure = function ({status, body}) {
    return status === 200 ? null
      : status === 0 ? 'The server does not answer.'
      : status === 401 ? 'The server wants a token.'
      : body.error || 'The server answers with status ' + status + '.';
  };

  /**
   * Asks every three seconds while somebody looks, and at once when called; an answer to a former question is
   * dropped. path() is what to ask for, or null for nothing.
   */
  plimsoll.poll = function (path, looking, answered) {
    let turn = 0;
    let timer = null;

    async function once() {
      clearTimeout(timer);
      const mine = ++turn;
      const wanted = looking() ? path() : null;
      const answer = wanted ? await plimsoll.ask(wanted) : null;
      if (mine === turn) {
        if (answer) {
          answered(answer);
        }
        timer = setTimeout(once, EVERY_MS);
      }
    }

    document.addEventListener('visibilitychange', () => document.hidden || once());
    return once;
  };
})(window.plimsoll = window.plimsoll || {});
