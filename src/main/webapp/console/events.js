// The last events, newest first.

import {byId, h, text} from './dom.js';
import {number, plural, time} from './format.js';

const MOST = 1000;
const KINDS = {error: 'error', missed: 'missed', command: 'command'};
let events = [];
let known = new Map();

function row(event) {
  const times = event.times > 1 ? ` (${number(event.times)} times)` : '';
  return h(
    'li', {},
    h('time', {datetime: new Date(event.millis).toISOString(), title: new Date(event.millis).toString()}, time(event.millis)),
    h('span', {}, h('span', {class: `chip ${event.kind}`}, KINDS[event.kind] ?? event.kind)),
    h('span', {class: 'source', title: event.source}, event.source),
    h('span', {class: 'text'}, event.text + times),
  );
}

function render() {
  const kind = byId('events-show').value;
  const shown = events.filter((event) => !kind || event.kind === kind);
  const list = byId('event-rows');
  const from = list.scrollTop;
  list.replaceChildren(...shown.map(row));
  list.scrollTop = from;
  list.hidden = shown.length === 0;
  byId('events-empty').hidden = shown.length > 0;
  text(byId('events-empty'), events.length ? 'No event of this kind.' : 'Nothing has gone wrong, and nobody has changed anything since the start.');
  text(byId('events-count'), events.length ? `the last ${plural(events.length, 'event')}` : '');
}

/** @param all events of a server that may be another than before */
export function eventsPast(all) {
  known = new Map();
  eventsNow(all);
}

/** @param news events that are new, or happened again */
export function eventsNow(news) {
  news.forEach((event) => known.set(event.id, event));
  events = [...known.values()].sort((a, b) => b.millis - a.millis || b.id - a.id).slice(0, MOST);
  known = new Map(events.map((event) => [event.id, event]));
  render();
}

byId('events-show').addEventListener('change', render);
