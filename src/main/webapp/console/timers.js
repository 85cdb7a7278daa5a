// The timers: a row for each, with its workers below when unfolded.

import {act, ask} from './ask.js';
import {attribute, byId, h, keyed, text} from './dom.js';
import {editable} from './edit.js';
import {duration, number, plural} from './format.js';
import {command} from './rpc.js';
import {drawStrip} from './strip.js';
import {workerTable} from './workers.js';

const KEPT_SECONDS = 120;
const CALLS_STOP = 'shaper.';

/** Of each timer, what it did in each of the last seconds. */
let past = new Map();
let timers = [];

export const isRunning = (timer) => timer.workers.some((worker) => !worker.paused);
const hasEnded = (timer) => timer.workers.every((worker) => worker.paused && worker.state === 'end');

function stateOf(timer) {
  const running = timer.workers.filter((worker) => !worker.paused).length;
  if (running === timer.workers.length) {
    return ['running', timer.workers.every((worker) => worker.resting) ? 'resting' : 'running'];
  }
  if (running > 0) {
    return ['partly', `${running} of ${timer.workers.length} run`];
  }
  return hasEnded(timer) ? ['ended', 'ended'] : ['paused', 'paused'];
}

function pauseMeans(timer) {
  const queue = timer.name.startsWith(CALLS_STOP) ? timer.name.slice(CALLS_STOP.length) : null;
  return queue
    ? `Calls of queue ${queue} wait until it is continued, and those that wait too long are answered with 480.`
    : 'Its loop route does not run until it is continued. Ticks of that time are not made up for.';
}

async function pause(timer) {
  if (await ask(`Pause timer ${timer.name}?`, pauseMeans(timer), 'Pause')) {
    act(() => command('ptimer.pause', timer.name), `${timer.name} is paused.`, () => resume(timer));
  }
}

function resume(timer) {
  act(() => command('ptimer.continue', timer.name), `${timer.name} continues.`);
}

async function toggleWorker(timer, worker) {
  const number = worker.worker;
  const resumeOne = () => act(() => command('ptimer.continue', timer.name, number), `Worker ${number} of ${timer.name} continues.`);
  if (worker.paused) {
    resumeOne();
  } else if (await ask(`Pause worker ${number} of ${timer.name}?`, pauseMeans(timer), 'Pause')) {
    act(() => command('ptimer.pause', timer.name, number), `Worker ${number} of ${timer.name} is paused.`, resumeOne);
  }
}

function start(timer) {
  act(() => command('ptimer.start', timer.name), `${timer.name} begins anew with its start route.`);
}

function loop(timer) {
  act(() => command('ptimer.loop', timer.name), `${timer.name} runs its loop route now.`);
}

async function end(timer) {
  const stops = timer.name.startsWith(CALLS_STOP)
    ? 'Its queue closes: calls that wait, and new ones, are answered with 503.'
    : 'It runs its end route and drops its state, which cannot be brought back.';
  if (await ask(`End timer ${timer.name}?`, `${stops}\nContinue makes it loop again, Start begins anew.`, 'End')) {
    act(() => command('ptimer.end', timer.name), `${timer.name} ends.`, () => resume(timer));
  }
}

function setInterval(timer, value) {
  const before = timer.interval;
  return act(
    () => command('ptimer.set', timer.name, 'interval', value),
    `${timer.name} ticks every ${value} now.`,
    () => act(() => command('ptimer.set', timer.name, 'interval', before), `${timer.name} ticks every ${before} again.`),
  );
}

function figure(label) {
  const canvas = h('canvas', {role: 'img', 'aria-label': label});
  const value = h('span');
  return {
    element: h('div', {class: 'strip'}, canvas, value),
    update(points, now) {
      text(value, now ? duration(now.p99) : '–');
      attribute(value, 'title', now && `median ${duration(now.p50)}, p99 ${duration(now.p99)}, longest ${duration(now.max)}`);
      drawStrip(canvas, points);
    },
  };
}

function count(cell, value) {
  text(cell, number(value));
  cell.className = `num ${value > 0 ? 'bad-number' : 'zero'}`;
}

function row(first) {
  let timer = first;
  const button = (label, run, attributes = {}) =>
    h('button', {type: 'button', 'aria-label': `${label} timer ${first.name}`, onclick: () => run(timer), ...attributes}, label);
  const title = h('strong', {title: first.name}, first.name);
  const kind = h('span', {class: 'sub'});
  const moreId = `more-${first.name}`;
  const fold = h('button', {
    type: 'button', class: 'fold', 'aria-expanded': 'false', 'aria-controls': moreId, 'aria-label': `Workers of ${first.name}`, onclick: unfold,
  });
  const state = h('span', {class: 'chip'});
  const interval = editable(`Interval of ${first.name}`, (value) => setInterval(timer, value));
  const [ticks, missed, errors] = ['Ticks', 'Missed', 'Errors'].map((label) => h('td', {class: 'num', 'data-label': label}));
  const late = figure(`Lateness of ${first.name} over the last two minutes, log scale`);
  const run = figure(`Run time of ${first.name} over the last two minutes, log scale`);
  const toggle = h('button', {type: 'button', class: 'act', onclick: () => (isRunning(timer) ? pause : resume)(timer)});
  const cells = h(
    'tr', {},
    h('td', {}, h('div', {class: 'name'}, fold, h('div', {}, title, kind))),
    h('td', {'data-label': 'State'}, state),
    h('td', {'data-label': 'Interval'}, interval.element),
    ticks, missed, errors,
    h('td', {'data-label': 'Lateness, p99 of the last second'}, late.element),
    h('td', {'data-label': 'Run time, p99 of the last second'}, run.element),
    h('td', {}, h('div', {class: 'buttons'}, toggle)),
  );
  const more = h('tr', {class: 'more', id: moreId, hidden: true});
  const buttons = [
    button('Start', start, {class: 'act', title: 'Drop its state and begin with the start route'}),
    button('Loop', loop, {class: 'act', title: 'Run the loop route now'}),
    button('End', end, {class: 'act', title: 'Run the end route, then stay paused'}),
  ];
  const inner = workerTable(first.name, buttons, (worker) => toggleWorker(timer, worker));
  more.append(h('td', {colspan: 9}, inner.element));

  function unfold() {
    more.hidden = !more.hidden;
    fold.setAttribute('aria-expanded', String(!more.hidden));
    inner.update(timer);
  }

  function update(next) {
    timer = next;
    text(kind, `${timer.type} · ${plural(timer.workers.length, 'worker')} · ${timer.executor}`);
    const [name, label] = stateOf(timer);
    text(state, label);
    state.className = `chip ${name}`;
    interval.update(timer.interval, document.body.dataset.role === 'operator');
    text(ticks, number(timer.ticks));
    count(missed, timer.missed);
    count(errors, timer.errors);
    const points = past.get(timer.name) ?? [];
    late.update(points.map((p) => p && {median: p[0], most: p[1], missed: p[4]}), timer.late);
    run.update(points.map((p) => p && {median: p[2], most: p[3], missed: 0}), timer.run);
    const does = isRunning(timer) ? 'Pause' : 'Continue';
    text(toggle, does);
    attribute(toggle, 'aria-label', `${does} timer ${timer.name}`);
    if (!more.hidden) {
      inner.update(timer);
    }
  }
  return {rows: [cells, more], update};
}

/** Rows come in pairs, so each pair is kept in step by hand. */
const rows = new Map();
const body = byId('timer-rows');
const arrange = keyed(body, (element) => element.id || element.dataset.timer, (element) => ({element, update() {}}));

function matches(timer) {
  const find = byId('timers-find').value.trim().toLowerCase();
  const show = byId('timers-show').value;
  return (
    (!find || timer.name.toLowerCase().includes(find)) &&
    (show === 'all' ||
      (show === 'running' && isRunning(timer)) ||
      (show === 'stopped' && timer.workers.some((worker) => worker.paused)) ||
      (show === 'trouble' && timer.missed + timer.errors > 0))
  );
}

function render() {
  const shown = timers.filter(matches);
  const elements = [];
  for (const timer of shown) {
    if (!rows.has(timer.name)) {
      const made = row(timer);
      made.rows[0].dataset.timer = timer.name;
      rows.set(timer.name, made);
    }
    const kept = rows.get(timer.name);
    kept.update(timer);
    elements.push(...kept.rows);
  }
  arrange(elements);
  const present = new Set(timers.map((timer) => timer.name));
  [...rows.keys()].filter((name) => !present.has(name)).forEach((name) => rows.delete(name));
  byId('timers-empty').hidden = timers.length > 0;
  byId('timers-scale').hidden = shown.length === 0;
  byId('timers-none').hidden = timers.length === 0 || shown.length > 0;
  text(byId('timers-count'), timers.length === 0 ? '' : shown.length === timers.length ? plural(timers.length, 'timer') : `${shown.length} of ${timers.length}`);
}

/** @param history name → points, each null or [lateness: median, longest; run time: median, longest; missed] */
export function timersPast(history) {
  past = new Map(Object.entries(history));
}

/** Other timers, or states. */
export function timersNow(list) {
  timers = list;
  render();
}

/** A second has passed: the strips move on. */
export function timersAfterASecond(list) {
  for (const timer of list) {
    const points = past.get(timer.name) ?? [];
    points.push(timer.late && [timer.late.p50, timer.late.max, timer.run?.p50 ?? 0, timer.run?.max ?? 0, timer.newlyMissed]);
    if (points.length > KEPT_SECONDS) {
      points.shift();
    }
    past.set(timer.name, points);
  }
  timersNow(list);
}

byId('timers-find').addEventListener('input', render);
byId('timers-show').addEventListener('change', render);
