// What an unfolded timer shows: its definition, the whole of its statistics, and its workers.

import {attribute, h, keyed, text} from './dom.js';
import {duration, number} from './format.js';

function workerRow(first, timer, toggle) {
  let worker = first;
  const cells = Array.from({length: 8}, (_, i) => h('td', {class: i === 1 || i === 2 ? '' : 'num'}));
  const button = h('button', {type: 'button', class: 'quiet act', onclick: () => toggle(worker)});
  return {
    element: h('tr', {}, ...cells, h('td', {}, button)),
    update(next) {
      worker = next;
      const state = worker.paused ? (worker.state === 'end' ? 'ended' : 'paused') : worker.resting ? 'resting' : 'running';
      const values = [
        worker.worker, state, worker.state, number(worker.pid), `${number(worker.slice)} (${number(worker.tasks)})`,
        number(worker.ticks), number(worker.missed), number(worker.errors),
      ];
      cells.forEach((cell, i) => text(cell, values[i]));
      const does = worker.paused ? 'Continue' : 'Pause';
      text(button, does);
      attribute(button, 'aria-label', `${does} worker ${worker.worker} of ${timer}`);
    },
  };
}

/**
 * @param timer its name
 * @param buttons what an operator may do beside pausing
 * @param toggle (worker) pauses or continues a worker alone
 */
export function workerTable(timer, buttons, toggle) {
  const facts = h('div', {class: 'facts'});
  const body = h('tbody');
  const show = keyed(body, (worker) => worker.worker, (worker) => workerRow(worker, timer, toggle));
  const heads = [['Worker', 1], ['State', 0], ['Route', 0], ['Pid', 1], ['Slice (tasks)', 1], ['Ticks', 1], ['Missed', 1], ['Errors', 1]];
  const head = h(
    'tr', {},
    ...heads.map(([name, right]) => h('th', {scope: 'col', class: right ? 'num' : ''}, name)),
    h('td', {}),
  );
  const showFacts = keyed(facts, ([name]) => name, ([name]) => {
    const value = h('b');
    return {element: h('span', {}, `${name} `, value), update: ([, now]) => text(value, now)};
  });
  return {
    element: h(
      'div', {},
      facts,
      h(
        'div', {class: 'wide', tabindex: '0', role: 'group', 'aria-label': `State of each worker of ${timer}`},
        h('table', {class: 'inner'}, h('thead', {}, head), body),
      ),
      h('div', {class: 'buttons'}, ...buttons),
    ),
    update(now) {
      const spread = (all) => `${duration(all.p50)} / ${duration(all.p99)} / ${duration(all.max)}`;
      showFacts([
        ['start', now.start || '–'],
        ['loop', now.loop],
        ['end', now.end || '–'],
        ['tasks', number(now.ntasks)],
        ['slices', number(now.nslices)],
        ['accuracy', now.accuracy],
        ['when missed', now.policy],
        ['overruns', number(now.overruns)],
        ['lateness p50 / p99 / longest', spread(now.lateAll)],
        ['run time p50 / p99 / longest', spread(now.runAll)],
      ]);
      show(now.workers);
    },
  };
}
