// The parameters: what holds now, what would without a word, and who said so.

import {act} from './ask.js';
import {attribute, byId, h, keyed, text} from './dom.js';
import {editable} from './edit.js';
import {plural} from './format.js';
import {command} from './rpc.js';

/** What stands before the source; that of JNDI and of a variable says so itself. */
const SET_BY = {default: 'default', file: 'file', jndi: '', variable: '', runtime: 'operator'};
const LAYERS = {app: 'application', server: 'server', jvm: 'JVM', os: 'system', none: 'nobody'};
let parameters = [];

const setter = (parameter) => (parameter.type === 'string' ? 'cfg.set_now_string' : 'cfg.set_now_int');

function set(parameter, value) {
  const typed = parameter.type === 'string' ? value : /^[+-]?\d+$/.test(value) ? Number(value) : value;
  const give = (to) => command(setter(parameter), parameter.group, parameter.name, to);
  const before = parameter.value;
  return act(
    () => give(typed),
    `${parameter.name} is ${value} now.`,
    () => act(() => give(parameter.type === 'string' ? before : Number(before)), `${parameter.name} is ${before} again.`),
  );
}

function reset(parameter) {
  act(() => command('cfg.reset', parameter.group, parameter.name), `${parameter.name} is as configured again.`);
}

function row(first) {
  let parameter = first;
  const value = editable(first.name, (next) => set(parameter, next));
  const [standard, layer, source] = ['Default', 'Acts in', 'Set by'].map((label) => h('td', {'data-label': label}));
  standard.append(h('code'));
  const back = h('button', {type: 'button', class: 'quiet act', 'aria-label': `Reset ${first.name}`, onclick: () => reset(parameter)}, 'Reset');
  const element = h(
    'tr', {},
    h('td', {title: first.help ?? ''}, h('code', {}, first.group === 'core' ? first.name : `${first.group}.${first.name}`)),
    h('td', {}, value.element), standard, layer, source,
    h('td', {class: 'num'}, back),
  );
  return {
    element,
    update(next) {
      parameter = next;
      value.update(parameter.value, parameter.live && document.body.dataset.role === 'operator');
      text(standard.firstChild, parameter.default);
      text(layer, LAYERS[parameter.layer] ?? parameter.layer);
      text(source, [SET_BY[parameter.setBy], parameter.source].filter(Boolean).join(', '));
      attribute(source, 'title', parameter.source || null);
      back.hidden = parameter.setBy !== 'runtime';
    },
  };
}

const show = keyed(byId('parameter-rows'), (parameter) => `${parameter.group}.${parameter.name}`, row);

function wanted(parameter) {
  const find = byId('parameters-find').value.trim().toLowerCase();
  const kind = byId('parameters-show').value;
  return (
    (!find || `${parameter.group}.${parameter.name}`.toLowerCase().includes(find)) &&
    (kind === 'all' ||
      (find && kind === 'set') ||
      (kind === 'live' && parameter.live) ||
      (kind === 'changed' && parameter.setBy !== 'default') ||
      (kind === 'set' && (parameter.live || parameter.setBy !== 'default')))
  );
}

function render() {
  const shown = parameters.filter(wanted);
  show(shown);
  byId('parameters-empty').hidden = shown.length > 0;
  text(byId('parameters-count'), shown.length === parameters.length ? plural(shown.length, 'parameter') : `${shown.length} of ${parameters.length}`);
}

const LEVELS = [[-5, 'alert'], [-4, 'bug'], [-2, 'critical'], [-1, 'error'], [0, 'warning'], [1, 'notice'], [2, 'info'], [3, 'debug']];
const level = byId('log-level');

function renderLevel() {
  const debug = parameters.find((parameter) => parameter.group === 'core' && parameter.name === 'debug');
  const known = LEVELS.some(([value]) => String(value) === debug?.value);
  const options = debug && !known ? [...LEVELS, [debug.value, debug.value]] : LEVELS;
  if (level.options.length !== options.length) {
    level.replaceChildren(...options.map(([value, name]) => h('option', {value}, name)));
  }
  level.disabled = !debug?.live || document.body.dataset.role !== 'operator';
  if (debug && document.activeElement !== level) {
    level.value = debug.value;
  }
}

level.addEventListener('change', () => {
  const debug = parameters.find((parameter) => parameter.group === 'core' && parameter.name === 'debug');
  set(debug, level.value).then((done) => {
    if (!done) {
      level.value = debug.value;
    }
  });
});

export function parametersNow(list) {
  parameters = list;
  render();
  renderLevel();
}

byId('parameters-find').addEventListener('input', render);
byId('parameters-show').addEventListener('change', render);
