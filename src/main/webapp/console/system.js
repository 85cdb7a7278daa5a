// Modules, workers of all kinds, and the server itself.

import {byId, h, keyed, text} from './dom.js';
import {uptime} from './format.js';

const showModules = keyed(byId('module-rows'), (module) => module.name, (module) => {
  const note = h('span', {class: 'sub'});
  return {element: h('li', {}, h('strong', {}, module.name), ' ', note), update: (next) => text(note, next.note ?? '')};
});

const showWorkers = keyed(byId('worker-rows'), (worker) => worker.index, () => {
  const [pid, what, state] = [h('td', {class: 'num'}), h('td'), h('td')];
  return {
    element: h('tr', {}, pid, what, state),
    update(worker) {
      text(pid, worker.pid);
      text(what, worker.description);
      text(state, worker.state ?? '');
    },
  };
});

export function modulesNow(modules) {
  showModules(modules);
  byId('modules-empty').hidden = modules.length > 0;
}

export function workersNow(workers) {
  showWorkers(workers);
  byId('workers-empty').hidden = workers.length > 0;
}

let server = null;

function renderServer() {
  if (server) {
    const seconds = server.upSeconds + (performance.now() - server.seenAt) / 1000;
    text(byId('server'), `${[server.version, server.host].filter(Boolean).join(' on ')} · up ${uptime(seconds)}`);
  }
}

export function serverNow(now) {
  server = {...now, seenAt: performance.now()};
  renderServer();
}

/** Called once a second while connected, so that the uptime counts on. */
export const tick = renderServer;
