// The console: what the stream tells goes to the part of the page that shows it.

import {byId, h, text} from './dom.js';
import {eventsNow, eventsPast} from './events.js';
import {timersAre, timersDid} from './figures.js';
import {parametersNow} from './parameters.js';
import {queuesNow, queuesPast} from './queues.js';
import {watch} from './stream.js';
import {summariseQueues, summariseTimers} from './summary.js';
import {modulesNow, serverNow, tick, workersNow} from './system.js';
import {timersAfterASecond, timersNow, timersPast} from './timers.js';

const banner = byId('banner');
const link = byId('link');

function showTimers(timers, how) {
  if (timers) {
    how(timers);
    summariseTimers(timers);
    document.body.dataset.state = 'live';
  }
}

const parts = {
  session(session) {
    serverNow(session);
    const role = session.operator ? 'operator' : 'viewer';
    document.body.dataset.role = role;
    text(byId('user'), session.user === role ? role : `${session.user}, ${role}`);
  },
  history(history) {
    timersPast(history.timers);
    queuesPast(history.queues);
    eventsPast(history.events);
  },
  timers: (list) => showTimers(timersAre(list), timersNow),
  figures: (now) => showTimers(timersDid(now.of), timersAfterASecond),
  queues(list) {
    queuesNow(list);
    summariseQueues(list);
  },
  events: eventsNow,
  parameters: parametersNow,
  modules: modulesNow,
  workers: workersNow,
};

const LABELS = {connecting: 'Connecting', live: 'Live', lost: 'Not connected', paused: 'Paused', refused: 'Signed out'};

function show(state, detail) {
  text(link, LABELS[state]);
  link.dataset.link = state === 'refused' ? 'lost' : state;
  if (state === 'live') {
    banner.hidden = true;
  } else if (state === 'lost') {
    document.body.dataset.state = document.body.dataset.state === 'loading' ? 'loading' : 'lost';
    warn(detail.text || 'The connection to the server is lost. What you see is from before; it tries again by itself.', 'Try now', retry);
  } else if (state === 'refused') {
    document.body.dataset.state = 'lost';
    warn('Your login has ended.', 'Sign in', () => location.reload());
  }
}

function warn(message, label, run) {
  if (banner.hidden || banner.dataset.message !== message) {
    banner.dataset.message = message;
    banner.replaceChildren(message, ' ', h('button', {type: 'button', onclick: run}, label));
    banner.hidden = false;
  }
}

const retry = watch('console/stream', {
  event: (name, data) => parts[name]?.(data),
  state: show,
});
setInterval(() => document.body.dataset.state === 'live' && tick(), 1000);
