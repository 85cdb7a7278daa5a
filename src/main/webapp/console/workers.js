// What an unfolded timer shows: its definition, the whole of its statistics, and its workers.

import {h, keyed, text} from './dom.js';
import {duration, number} from './format.js';

function workerRow() {
  const cells = Array.from({length: 8}, (_, i) => h('td', {class: i === 1 || i === 2 ? '' : 'num'}));
  return {
    element: h('tr', {}, ...cells),
    update(worker) {
      const state = worker.paused ? (worker.state === 'end' ? 'ended' : 'paused') : worker.resting ? 'resting' : 'running';
      const values = [
        worker.worker, state, worker.state, number(worker.pid), `${number(worker.slice)} (${number(worker.tasks)})`,
        number(worker.ticks), number(worker.missed), number(worker.errors),
      ];
      cells.forEach((cell, i) => text(cell, values[i]));
    },
  };
}

/** @param buttons what an operator may do beside pausing */
export function workerTable(buttons) {
  const facts = h('div', {class: 'facts'});
  const body = h('tbody');
  const show = keyed(body, (worker) => worker.worker, workerRow);
  const heads = [['Worker', 1], ['State', 0], ['Route', 0], ['Pid', 1], ['Slice (tasks)', 1], ['Ticks', 1], ['Missed', 1], ['Errors', 1]];
  const head = h('tr', {}, ...heads.map(([name, right]) => h('th', {scope: 'col', class: right ? 'num' : ''}, name)));
  const showFacts = keyed(facts, ([name]) => name, ([name]) => {
    const value = h('b');
    return {element: h('span', {}, `${name} `, value), update: ([, now]) => text(value, now)};
  });
  return {
    element: h('div', {}, facts, h('table', {class: 'inner'}, h('thead', {}, head), body), h('div', {class: 'buttons'}, ...buttons)),
    update(timer) {
      const spread = (all) => `${duration(all.p50)} / ${duration(all.p99)} / ${duration(all.max)}`;
      showFacts([
        ['start', timer.start || '–'],
        ['loop', timer.loop],
        ['end', timer.end || '–'],
        ['tasks', number(timer.ntasks)],
        ['slices', number(timer.nslices)],
        ['accuracy', timer.accuracy],
        ['when missed', timer.policy],
        ['overruns', number(timer.overruns)],
        ['lateness p50 / p99 / longest', spread(timer.lateAll)],
        ['run time p50 / p99 / longest', spread(timer.runAll)],
      ]);
      show(timer.workers);
    },
  };
}
