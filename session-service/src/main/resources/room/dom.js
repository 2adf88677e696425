// Makes elements. Text is always text: nothing that anybody typed can become markup.

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

let ids = 0;

export function id() {
  return `e${++ids}`;
}

/** A label with its field, a hint and a place for what is wrong with it, all tied together for screen readers. */
export function field(label, input, { hint, required } = {}) {
  const error = h('p', { class: 'error', id: id(), hidden: true });
  const hintLine = hint && h('p', { class: 'hint', id: id() }, hint);
  input.id ||= id();
  if (required) input.setAttribute('aria-required', 'true');
  input.setAttribute('aria-describedby', [hintLine?.id, error.id].filter(Boolean).join(' '));
  const check = input.type === 'checkbox';
  const name = h('label', { for: input.id }, label);
  const line = check ? h('div', { class: 'check' }, input, name) : [name, hintLine, input];
  const element = h('div', { class: 'field' }, line, check && hintLine, error);
  element.input = input;
  element.say = text => {
    error.textContent = text ?? '';
    error.hidden = !text;
    input.toggleAttribute('aria-invalid', Boolean(text));
    if (text) input.setAttribute('aria-invalid', 'true');
  };
  input.addEventListener('input', () => element.say());
  return element;
}

/** Shows something else, and takes the reader to its beginning. */
export function show(...content) {
  const screen = document.getElementById('screen');
  screen.replaceChildren(...content.flat().filter(Boolean));
  const heading = screen.querySelector('h1');
  if (heading) {
    document.title = heading.textContent;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

/** Says something that screen readers read out, and that goes away by itself where it is no error. */
export function say(text, isError = false) {
  const said = document.getElementById('said');
  said.className = isError ? 'said said-error' : 'said';
  said.textContent = text;
  clearTimeout(say.timer);
  if (!isError) say.timer = setTimeout(() => { said.textContent = ''; }, 8000);
}

// What was said must not stand in the way of what is done next.
document.addEventListener('focusin', event => {
  const said = document.getElementById('said');
  if (event.target.matches('input, textarea, select') && !said.classList.contains('said-offer')) said.textContent = '';
});

/** Does something once, however often the button is pressed meanwhile. */
export async function busy(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  }
}
