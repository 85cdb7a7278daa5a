// Asking before an act, telling after it, and offering to undo it.

import {byId, h} from './dom.js';

const SHOWN_MILLIS = 10000;
const MOST_TOASTS = 3;

/** Asks; resolves to whether the answer was yes. Focus goes back to where it was. */
export function ask(title, explanation, yes) {
  const dialog = byId('ask');
  byId('ask-title').textContent = title;
  byId('ask-text').textContent = explanation;
  byId('ask-yes').textContent = yes;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), {once: true});
  });
}

/** Tells what happened; `undo`, if given, is offered for a while. */
export function tell(message, {undo, bad = false} = {}) {
  const toast = h('div', {class: bad ? 'toast bad' : 'toast'}, h('span', {}, message));
  const close = () => toast.remove();
  if (undo) {
    toast.append(
      h('button', {type: 'button', 'aria-label': `Undo: ${message}`, onclick: () => { close(); undo(); }}, 'Undo'),
    );
  }
  toast.append(h('button', {type: 'button', 'aria-label': 'Dismiss', onclick: close}, '✕'));
  const toasts = byId('toasts');
  toasts.append(toast);
  while (toasts.childElementCount > MOST_TOASTS) {
    toasts.firstElementChild.remove();
  }
  const leave = () => {
    if (toast.matches(':hover, :focus-within')) {
      setTimeout(leave, 2000);
    } else {
      close();
    }
  };
  setTimeout(leave, SHOWN_MILLIS);
}

/** Runs an act, and tells what came of it. */
export async function act(run, done, undo) {
  try {
    await run();
    tell(done, undo && {undo});
    return true;
  } catch (e) {
    tell(e.message, {bad: true});
    return false;
  }
}
