(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;
  const GLYPHS = {well: '●', attention: '▲', bad: '◆', unknown: '○'};
  const WORDS = {well: '', attention: 'attention: ', bad: 'trouble: ', unknown: ''};

  /** A length of time that grows while it is looked at: in whole seconds. */
  const age = ms => ms === null ? format.none : format.length(Math.max(1, Math.round(ms / 1000)) * 1000);

  const weightOf = (bad, attention) => bad ? 'bad' : attention ? 'attention' : 'well';

  const CONNECTIONS = {connecting: 'connecting', live: 'live', silent: 'silent', reconnecting: 'reconnecting',
    token: 'token needed'};
  plimsoll.connectionName = state => CONNECTIONS[state];

  /** The signs of the monitor's health, each as {name, weight, value, note}. */
  function signs(data, connection, now, lagMs) {
    const {lastBar, readers, eventsPerMinute, clients, assetsInDoubt, job} = data.health;
    const failed = readers.filter(r => r.state === 'failed').length;
    const caughtUp = readers.filter(r => r.state === 'caught up').length;
    return [
      {name: 'connection', weight: connection.state === 'live' ? 'well' : 'bad',
        value: plimsoll.connectionName(connection.state),
        note: 'since ' + format.seconds(connection.since) + ' UTC, ' + format.count(clients)
          + (clients === 1 ? ' page open' : ' pages open')},
      {name: 'event time', weight: lastBar === null ? 'unknown' : 'well',
        value: lastBar === null ? format.none : format.seconds(lastBar) + ' UTC',
        note: lastBar === null ? 'no bar yet' : 'the last bar, ' + format.day(lastBar)},
      {name: 'behind', weight: lagMs === null ? 'unknown' : weightOf(plimsoll.isLate(data, lagMs)),
        value: age(lagMs), note: 'bars of ' + format.length(data.barMs)},
      job ? {name: 'job', weight: weightOf(job.state !== 'RUNNING' || job.error), value: job.state,
        note: 'since ' + format.time(job.since)}
        : {name: 'job', weight: 'unknown', value: 'not known', note: 'no JobManager was named'},
      {name: 'restarts', weight: job ? 'well' : 'unknown', value: job ? format.count(job.restarts) : format.none,
        note: job ? job.name : ''},
      checkpoint(job, now),
      {name: 'readers', weight: weightOf(failed > 0), value: format.count(readers.length - failed)
        + ' of ' + format.count(readers.length), note: format.count(caughtUp) + ' caught up'
        + (failed ? ', ' + format.count(failed) + ' failed' : '')},
      {name: 'assets in doubt', weight: weightOf(false, assetsInDoubt.length > 0),
        value: format.count(assetsInDoubt.length), note: assetsInDoubt.join(', ')},
      {name: 'margin events a minute', weight: 'well', value: format.count(eventsPerMinute), note: ''}
    ];
  }

  function checkpoint(job, now) {
    if (!job) {
      return {name: 'checkpoint', weight: 'unknown', value: format.none, note: ''};
    }
    const failed = format.count(job.failedCheckpoints) + ' failed';
    return job.lastCheckpoint === null ? {name: 'checkpoint', weight: 'unknown', value: 'none yet', note: failed}
      : {name: 'checkpoint', weight: weightOf(false, plimsoll.isOldCheckpoint(job, now)),
        value: age(now - job.lastCheckpoint) + ' ago',
        note: 'took ' + (job.checkpointMs === null ? format.none : format.length(job.checkpointMs)) + ', ' + failed};
  }

  /** The signs side by side; each says by a mark and in words whether it is well. */
  plimsoll.signs = function (parent) {
    const list = element('dl', {class: 'tiles signs'});
    parent.append(list);
    const show = plimsoll.rows(list, {
      key: sign => sign.name,
      make(sign) {
        const glyph = element('span', {class: 'sign-glyph', 'aria-hidden': 'true'});
        const word = element('span', {class: 'unseen'});
        const value = element('span', {});
        const note = element('dd', {class: 'tile-note'});
        return {glyph, word, value, note, root: element('div', {'data-sign': sign.name},
          element('dt', {}, sign.name), element('dd', {}, glyph, word, value), note)};
      },
      show({root, glyph, word, value, note}, sign) {
        root.className = 'tile sign sign-' + sign.weight;
        write(glyph, GLYPHS[sign.weight]);
        write(word, WORDS[sign.weight]);
        write(value, sign.value);
        write(note, sign.note, sign.note);
      }
    });
    return (data, connection, now, lagMs) => show(signs(data, connection, now, lagMs));
  };

  plimsoll.signGlyph = weight => GLYPHS[weight];
})(window.plimsoll = window.plimsoll || {});
