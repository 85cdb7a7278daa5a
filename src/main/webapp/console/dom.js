// Making and keeping elements. Elements that stay are changed, never made anew, so that focus and selection outlive updates.

/** Makes an element: h('td', {class: 'num'}, 'text', child …). A key that begins with "on" is a listener. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value != null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Sets an element's text, if it differs. */
export function text(element, value) {
  const next = String(value);
  if (element.textContent !== next) {
    element.textContent = next;
  }
}

/** Sets or removes an attribute, if it differs. */
export function attribute(element, name, value) {
  if (value == null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/**
 * A list of parts under one parent, one for each item. `make(item)` returns {element, update(item)}.
 * Parts keep their elements for as long as their key is there.
 */
export function keyed(parent, keyOf, make) {
  let parts = new Map();
  return (items) => {
    const next = new Map();
    let place = parent.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      const part = parts.get(key) ?? make(item);
      next.set(key, part);
      part.update(item);
      if (part.element === place) {
        place = place.nextElementSibling;
      } else {
        parent.insertBefore(part.element, place);
      }
    }
    for (const [key, part] of parts) {
      if (!next.has(key)) {
        part.element.remove();
      }
    }
    parts = next;
  };
}
