(function (plimsoll) {
  'use strict';

  // A step comes every second: without one for so long, something in between has died unnoticed.
  const SILENT_MS = 15000;
  const GIVEN_UP_MS = 45000;
  const AGAIN_MS = 2000;
  const LONGEST_MS = 15000;

  /**
   * The stream of what is new. states: connecting, live, silent, reconnecting, token (the server wants one).
   * told: {all(data), step(data), changed()}.
   */
  plimsoll.connection = function (told) {
    const connection = {state: 'connecting', since: Date.now(), heardAt: performance.now(), messages: 0};
    let source = null;
    let wait = AGAIN_MS;
    let timer = null;

    function become(state) {
      if (connection.state !== state) {
        connection.state = state;
        connection.since = Date.now();
        told.changed();
      }
    }

    function open() {
      clearTimeout(timer);
      const mine = new EventSource('/api/stream');
      source = mine;
      connection.heardAt = performance.now();
      mine.addEventListener('all', event => heard(event, told.all));
      mine.addEventListener('step', event => heard(event, told.step));
      mine.addEventListener('error', () => {
        if (source !== mine) {
          return;
        }
        if (mine.readyState === EventSource.CLOSED) {
          ended();
        } else if (connection.state !== 'token') {
          become('reconnecting');
        }
      });
    }

    function heard(event, take) {
      connection.heardAt = performance.now();
      connection.messages++;
      try {
        take(JSON.parse(event.data));
      } catch (e) {
        // data that were merged by half would be wrong from here on
        console.error(e);
        again('reconnecting');
        return;
      }
      wait = AGAIN_MS;
      become('live');
    }

    /** By itself the browser only comes back to a stream that it once had, and does not say why it has none. */
    async function ended() {
      const answer = await plimsoll.ask('/api/accounts?limit=1');
      again(answer.status === 401 ? 'token' : 'reconnecting');
    }

    function again(state) {
      source.close();
      become(state);
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_MS);
    }

    setInterval(() => {
      const silent = performance.now() - connection.heardAt;
      if (silent > GIVEN_UP_MS && source.readyState !== EventSource.CLOSED) {
        again('reconnecting');
      } else if (silent > SILENT_MS && connection.state === 'live') {
        become('silent');
      }
    }, 1000);

    open();
    return connection;
  };
})(window.plimsoll = window.plimsoll || {});
