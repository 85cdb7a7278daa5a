// A value that becomes a field when it is pressed.

import {attribute, h, text} from './dom.js';

/**
 * @param label what is edited, for those who do not see it
 * @param save (value) → promise of whether it was taken
 * @return {element, update(value, editable)}
 */
export function editable(label, save) {
  const plain = h('code', {});
  const open = h('button', {type: 'button', class: 'value', onclick: begin});
  const element = h('span', {class: 'edit-cell'}, plain, open);
  let value = '';

  function begin() {
    const input = h('input', {'aria-label': label, value, spellcheck: 'false', autocomplete: 'off'});
    const end = () => {
      form.remove();
      open.hidden = false;
      open.focus();
    };
    const form = h(
      'form',
      {
        class: 'edit',
        onsubmit: async (event) => {
          event.preventDefault();
          if (input.value === value || (await save(input.value))) {
            end();
          } else {
            input.setAttribute('aria-invalid', 'true');
            input.focus();
          }
        },
        onkeydown: (event) => event.key === 'Escape' && end(),
      },
      input,
      h('button', {class: 'main'}, 'Set'),
      h('button', {type: 'button', class: 'quiet', 'aria-label': 'Cancel', onclick: end}, '✕'),
    );
    open.hidden = true;
    element.append(form);
    input.select();
  }

  return {
    element,
    update(next, canEdit) {
      value = next;
      text(plain, next);
      text(open, next === '' ? '(empty)' : next);
      attribute(open, 'aria-label', `${label}: ${next}. Change`);
      attribute(open, 'title', next);
      plain.hidden = canEdit;
      if (!element.querySelector('form')) {
        open.hidden = !canEdit;
      }
    },
  };
}
