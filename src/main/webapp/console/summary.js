// The tiles at the top: the whole at a glance.

import {byId, h, text} from './dom.js';
import {duration, number, rate} from './format.js';
import {isRunning} from './timers.js';

function tile(id, value, note = '') {
  const element = byId(id);
  let [number, small] = element.childNodes;
  if (!small) {
    element.replaceChildren((number = document.createTextNode('')), (small = h('small')));
  }
  if (number.data !== value) {
    number.data = value;
  }
  text(small, note && ` ${note}`);
}

export function summariseTimers(timers) {
  const sum = (value) => timers.reduce((total, timer) => total + value(timer), 0);
  tile('sum-timers', number(timers.filter(isRunning).length), `of ${number(timers.length)}`);
  tile('sum-ticks', rate(sum((timer) => timer.newTicks)), 'a second');
  const late = timers.map((timer) => timer.late?.max ?? 0);
  const most = Math.max(0, ...late);
  tile('sum-lateness', most ? duration(most) : '–', most ? 'at most' : '');
  const missed = sum((timer) => timer.missed);
  const errors = sum((timer) => timer.errors);
  tile('sum-trouble', `${number(missed)} · ${number(errors)}`);
  byId('sum-trouble').classList.toggle('bad', sum((timer) => timer.newlyMissed + timer.newErrors) > 0);
}

export function summariseQueues(queues) {
  const sum = (value) => queues.reduce((total, queue) => total + value(queue), 0);
  tile('sum-passed', queues.length ? rate(sum((queue) => queue.nowPassed)) : '–', queues.length ? 'a second' : '');
  tile('sum-waiting', queues.length ? number(sum((queue) => queue.waiting)) : '–');
}
