(function (plimsoll) {
  'use strict';

  const {format} = plimsoll;

  // the same as the alerts of flink-conf/prometheus: docs/operations.md says what to do about each
  const LAG_MS = 60000;
  const CHECKPOINT_AGE_MS = 300000;

  const connections = {
    silent: 'Nothing has been heard from the server for some seconds',
    reconnecting: 'The server is not reached: what is shown is old',
    token: 'The server wants a token'
  };

  /** Between two bars the last one is up to a bar old, and nothing is late. */
  plimsoll.isLate = (data, lagMs) => lagMs !== null && lagMs > data.barMs + LAG_MS;

  plimsoll.isOldCheckpoint = (job, now) => job.lastCheckpoint !== null && now - job.lastCheckpoint > CHECKPOINT_AGE_MS;

  /**
   * What is wrong, the worst first, as [{weight: 'bad' | 'attention', text}]. Without ages, so that a text
   * changes only when there is something new to say.
   */
  plimsoll.troubles = function (data, connection, now, lagMs) {
    const troubles = [];
    const add = (weight, text) => troubles.push({weight, text});
    if (connections[connection.state]) {
      add('bad', connections[connection.state] + ', since ' + format.seconds(connection.since) + ' UTC.');
    }
    if (!data) {
      return troubles;
    }
    const {readers, lastBar, assetsInDoubt, job} = data.health;
    if (job && job.error) {
      add('bad', 'Nothing is known of the job ' + job.name + ': ' + job.error + '.');
    } else if (job && job.state !== 'RUNNING') {
      add('bad', 'The job ' + job.name + ' is ' + job.state + ' since ' + format.time(job.since) + '.');
    }
    readers.filter(reader => reader.state === 'failed').forEach(reader =>
      add('bad', 'The topic ' + reader.topic + ' cannot be read' + (reader.detail ? ': ' + reader.detail : '.')));
    // while nothing is heard it is the page that is behind
    const live = connection.state === 'live';
    if (live && plimsoll.isLate(data, lagMs)) {
      add('bad', 'The monitor is behind: its last bar is of ' + format.time(lastBar) + '.');
    }
    if (live && job && plimsoll.isOldCheckpoint(job, now)) {
      add('attention', 'The last checkpoint is old: of ' + format.time(job.lastCheckpoint) + '.');
    }
    if (lastBar === null) {
      add('attention', 'No bar has come yet: nothing is judged.');
    }
    assetsInDoubt.forEach(name => {
      const asset = data.assets.find(a => a.asset === name);
      add('attention', name + ' is in doubt' + (asset && asset.status !== 'OK'
        ? ': ' + asset.status + ' since ' + format.time(asset.statusSince) + '.' : '.'));
    });
    return troubles;
  };
})(window.plimsoll = window.plimsoll || {});
