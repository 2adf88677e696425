// The documents of the room, and the way to add one.

import { documents, documentUrl, Refused, upload } from './api.js';
import { busy, h, say } from './dom.js';
import { reason } from './refusal.js';
import { chosen, fileField } from './step.js';
import { size, t, time } from './texts.js';

export function documentsSection(room, changed, lookNow) {
  const list = h('ul', { class: 'documents' });
  const none = h('p', { class: 'quiet', hidden: true }, t('documents.none'));
  const section = h('section', {}, h('h2', {}, t('room.documents')), none, list, room.attachments && addForm(lookNow));
  section.hidden = !room.attachments;
  fill(section, list, none);
  return section;
}

async function fill(section, list, none) {
  try {
    const items = await documents();
    list.replaceChildren(...items.map(item));
    list.hidden = items.length === 0;
    none.hidden = items.length > 0;
    if (items.length > 0) section.hidden = false;
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
  }
}

function item(document) {
  return h('li', {},
    h('a', { href: documentUrl(document.id), download: document.name }, h('bdi', {}, document.name)),
    h('span', { class: 'quiet' },
      `${size(document.size)}, ${t(`documents.by.${document.uploadedBy}`)}, ${time(document.at)}`));
}

function addForm(lookNow) {
  const file = fileField(t('documents.label'));
  const button = h('button', { class: 'button button-second' }, t('documents.button'));
  const form = h('form', { class: 'add-document', novalidate: true }, file, button);
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(button, () => add(file, form, lookNow));
  });
  return h('details', { class: 'card' }, h('summary', {}, t('documents.add')), form);
}

async function add(file, form, lookNow) {
  const wanted = chosen(file);
  if (!wanted) return;
  try {
    const added = await upload(wanted);
    form.reset();
    say(t('documents.added', { name: added.name }));
    await lookNow();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    file.say(reason(refused));
    file.input.focus();
  }
}
