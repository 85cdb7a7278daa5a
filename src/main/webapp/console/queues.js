// The call queues: a card for each.

import {act, ask} from './ask.js';
import {attribute, byId, h, keyed, text} from './dom.js';
import {editable} from './edit.js';
import {number, plural, rate} from './format.js';
import {command} from './rpc.js';
import {drawRate} from './strip.js';

const KEPT_SECONDS = 300;
const LABELS = {open: 'open', paused: 'paused', draining: 'draining', closed: 'closed'};
let past = new Map();

async function pause(queue) {
  const text = 'Calls that come wait until it is continued; those that wait too long are answered with 480.';
  if (await ask(`Pause queue ${queue.name}?`, text, 'Pause')) {
    act(() => command('shaper.pause', queue.name), `Queue ${queue.name} is paused.`, () => resume(queue));
  }
}

function resume(queue) {
  act(() => command('shaper.continue', queue.name), `Queue ${queue.name} continues.`);
}

async function drain(queue) {
  const text = 'Calls that wait still leave at its rate; new ones are answered with 503 until it is continued.';
  if (await ask(`Drain queue ${queue.name}?`, text, 'Drain')) {
    act(() => command('shaper.drain', queue.name), `Queue ${queue.name} drains.`, () => resume(queue));
  }
}

function setRate(queue, value) {
  const before = queue.rate;
  return act(
    () => command('shaper.set', queue.name, 'rate', Number(value)),
    `Queue ${queue.name} passes ${value} calls a second now.`,
    () => act(() => command('shaper.set', queue.name, 'rate', before), `Queue ${queue.name} is back at ${before} a second.`),
  );
}

function card(first) {
  let queue = first;
  const state = h('span', {class: 'chip'});
  const toggle = h('button', {type: 'button', class: 'act', onclick: () => (queue.state === 'open' ? pause : resume)(queue)});
  const drainButton = h('button', {type: 'button', class: 'act', 'aria-label': `Drain queue ${first.name}`, onclick: () => drain(queue)}, 'Drain');
  const limit = editable(`Rate of ${first.name}, calls a second`, (value) => setRate(queue, value));
  const hop = h('p', {class: 'sub hop'});
  const canvas = h('canvas', {role: 'img'});
  const figures = new Map();
  const list = h('dl');
  for (const name of ['Passed/s', 'Offered/s', 'Waiting', 'Limit/s', 'Passed', 'Refused', 'Timed out', 'Longest wait']) {
    const value = name === 'Limit/s' ? h('dd', {}, limit.element) : h('dd');
    figures.set(name, value);
    list.append(h('div', {}, h('dt', {}, name), value));
  }
  const key = (name, label) => h('span', {class: name}, h('i'), label);
  const element = h(
    'article', {class: 'card', 'aria-label': `Queue ${first.name}`},
    h('header', {}, h('h3', {title: first.name}, first.name), state, h('div', {class: 'buttons'}, toggle, drainButton)),
    hop,
    h(
      'div', {class: 'figures'}, list,
      h(
        'div', {},
        h('div', {class: 'chart'}, canvas),
        h('div', {class: 'legend'}, key('passed', 'passed'), key('offered', 'offered'), key('limit', 'limit'), h('span', {class: 'span'}, 'calls a second, last 5 minutes')),
      ),
    ),
  );
  return {
    element,
    update(next) {
      queue = next;
      text(state, LABELS[queue.state]);
      state.className = `chip ${queue.state}`;
      text(hop, `to ${queue.nextHop} · room for ${number(queue.size)}`);
      text(figures.get('Passed/s'), rate(queue.nowPassed));
      text(figures.get('Offered/s'), rate(queue.nowOffered));
      text(figures.get('Waiting'), number(queue.waiting));
      limit.update(String(queue.rate), document.body.dataset.role === 'operator');
      text(figures.get('Passed'), number(queue.passed));
      text(figures.get('Refused'), number(queue.refused));
      text(figures.get('Timed out'), number(queue.timedOut));
      text(figures.get('Longest wait'), `${number(queue.longestWaitMillis)} ms`);
      const does = queue.state === 'open' ? 'Pause' : 'Continue';
      text(toggle, does);
      attribute(toggle, 'aria-label', `${does} queue ${queue.name}`);
      drainButton.disabled = queue.state === 'draining' || queue.state === 'closed';
      attribute(canvas, 'aria-label', `Calls a second over the last five minutes: ${rate(queue.nowPassed)} passed, ${rate(queue.nowOffered)} offered, limit ${queue.rate}`);
      drawRate(canvas, past.get(queue.name) ?? [], queue.rate, KEPT_SECONDS);
    },
  };
}

const show = keyed(byId('queue-cards'), (queue) => queue.name, card);

/** @param history name → [[offered, passed] …], one a second */
export function queuesPast(history) {
  past = new Map(
    Object.entries(history).map(([name, points]) => [name, points.map(([offered, passed]) => ({offered, passed}))]),
  );
}

export function queuesNow(queues) {
  for (const queue of queues) {
    const points = past.get(queue.name) ?? [];
    points.push({offered: queue.nowOffered, passed: queue.nowPassed});
    if (points.length > KEPT_SECONDS) {
      points.shift();
    }
    past.set(queue.name, points);
  }
  show(queues);
  byId('queues-empty').hidden = queues.length > 0;
  text(byId('queues-count'), queues.length ? plural(queues.length, 'queue') : '');
}
