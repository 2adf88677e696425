// The chat: what both wrote, and a field to write in. What was typed stays until it has arrived.

import { messages, Refused, write } from './api.js';
import { busy, field, h, say } from './dom.js';
import { reason } from './refusal.js';
import { t, time } from './texts.js';

/** {element, update: to a room as it is now, look: for what was written meanwhile} */
export function chat() {
  const known = new Set();
  const list = h('ol', { class: 'messages' });
  const none = h('p', { class: 'quiet' }, t('chat.none'));
  const older = h('button', { type: 'button', class: 'link', hidden: true }, t('chat.older'));
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': t('chat.log'), tabindex: 0 },
    older, none, list);
  const { form, input } = writer(async () => look(true));
  const title = h('h2', {}, t('chat.title'));
  const closed = h('p', { class: 'quiet', hidden: true }, t('chat.closed'));
  const element = h('section', { class: 'chat', id: 'chat', hidden: true },
    title, log, form, closed);
  let before;

  older.addEventListener('click', () => busy(older, async () => {
    const page = await messages(before);
    const height = list.offsetHeight;
    list.prepend(...page.items.reverse().map(message => item(message, known)));
    log.scrollTop += list.offsetHeight - height;
    remember(page);
  }));

  function remember(page) {
    before = page.nextCursor;
    older.hidden = !before;
  }

  /** All that is not known yet; the first time the newest of it only. */
  async function fetchNew() {
    const isFirst = known.size === 0;
    const fresh = [];
    let cursor;
    do {
      const page = await messages(cursor);
      const unknown = page.items.filter(message => !known.has(message.number));
      fresh.push(...unknown);
      if (isFirst) remember(page);
      cursor = !isFirst && unknown.length === page.items.length ? page.nextCursor : undefined;
    } while (cursor);
    return fresh.reverse();
  }

  let looking = Promise.resolve();

  function look(isOwn = false) {
    looking = looking.then(() => lookOnce(isOwn)).catch(refused => {
      if (!(refused instanceof Refused)) throw refused;
    });
    return looking;
  }

  async function lookOnce(isOwn) {
    const isFirst = known.size === 0;
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const fresh = await fetchNew();
    list.append(...fresh.map(message => item(message, known)));
    none.hidden = known.size > 0;
    list.hidden = known.size === 0;
    if (fresh.length > 0 && (wasAtEnd || isOwn || isFirst)) log.scrollTop = log.scrollHeight;
    if (!isFirst && !isOwn && fresh.some(message => message.author === 'AGENT') && !isSeen(element)) tell(input);
    log.setAttribute('aria-live', 'polite');
  }

  function update(room) {
    const hasMessages = known.size > 0;
    // A session may have got another owner meanwhile.
    title.textContent = t('chat.title');
    none.textContent = t('chat.none');
    element.hidden = !room.chat && !hasMessages;
    form.hidden = !room.chat;
    closed.hidden = room.chat || !hasMessages;
  }

  return { element, update, look };
}

function item(message, known) {
  known.add(message.number);
  const isOwn = message.author === 'CUSTOMER';
  return h('li', { class: isOwn ? 'message message-own' : 'message' },
    h('p', { class: 'message-by' }, `${isOwn ? t('chat.you') : message.name}, ${time(message.at)}`),
    h('p', { class: 'message-text', dir: 'auto' }, message.text));
}

function writer(written) {
  const input = h('textarea', { rows: 2, maxlength: 4000, name: 'message', dir: 'auto' });
  const text = field(t('chat.label'), input);
  const button = h('button', { class: 'button' }, t('chat.send'));
  const form = h('form', { class: 'write', novalidate: true }, text, button);
  input.addEventListener('keydown', event => {
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing
      && matchMedia('(pointer: fine)').matches;
    if (!sends) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(button, () => send(text, written));
  });
  return { form, input };
}

async function send(text, written) {
  const typed = text.input.value;
  if (!typed.trim()) {
    text.input.focus();
    return;
  }
  try {
    await write(typed);
    if (text.input.value === typed) text.input.value = '';
    text.input.focus();
    await written();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    text.say(reason(refused));
    text.input.focus();
  }
}

function isSeen(element) {
  const place = element.getBoundingClientRect();
  return place.top < innerHeight - 80 && place.bottom > 80;
}

/** Somebody wrote while the reader was elsewhere on the page. */
function tell(input) {
  const said = document.getElementById('said');
  const button = h('button', { type: 'button', class: 'link' }, t('chat.go'));
  button.addEventListener('click', () => {
    said.textContent = '';
    document.getElementById('chat').scrollIntoView({ block: 'end' });
    input.focus({ preventScroll: true });
  });
  say('');
  said.classList.add('said-offer');
  said.replaceChildren(`${t('chat.new')} `, button);
}
