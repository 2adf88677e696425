// The room: what is to be done, what there is to read, the documents, and the chat. It learns of news by the stream, or
// looks for them by itself where there is none.

import { room as askRoom, Refused } from './api.js';
import { chat } from './chat.js';
import { documentsSection } from './documents.js';
import { h, say, show } from './dom.js';
import { showRefusal } from './refusal.js';
import { follow } from './stream.js';
import { know, t, time } from './texts.js';
import { assetCard, isOpen, workflowCard } from './workflow.js';

const LOOK_EVERY = 10_000;
const LOOK_ALL_THE_SAME = 60_000;
const WRITTEN = 'parley.session.message-added.v1';

let tag;
let shown;
let looking;
let isLive = false;
let talk;
let stop;

/** Shows the room for the first time, and keeps it up to date from here on. */
export function showRoom(room, roomTag) {
  tag = roomTag;
  talk = chat();
  document.body.classList.add('in-room');
  show(h('h1', {}), h('p', { id: 'presence', class: 'presence', hidden: true }),
    h('p', { id: 'reconnecting', class: 'quiet', role: 'status', hidden: true }),
    h('div', { id: 'room' }), talk.element);
  render(room);
  talk.look().then(() => talk.update(shown));
  document.querySelector('#screen h1').focus({ preventScroll: true });
  document.addEventListener('visibilitychange', lookNow);
  lookLater(room);
  stop = follow({ changed: happened, present: showPresence, live: showLive });
}

function happened(type) {
  if (type === WRITTEN || !type) talk.look().then(() => talk.update(shown));
  if (type !== WRITTEN) lookNow();
}

function showPresence(state) {
  const line = document.getElementById('presence');
  if (!line) return;
  line.hidden = state === 'NEVER';
  line.className = `presence presence-${state.toLowerCase()}`;
  line.textContent = t(`presence.${state}`);
}

/** Calmly: what is on the screen stays, and can be used. */
function showLive(yes) {
  isLive = yes;
  const line = document.getElementById('reconnecting');
  if (!line) return;
  line.hidden = yes;
  line.textContent = yes ? '' : t('room.reconnecting');
  if (!yes) document.getElementById('presence').hidden = true;
  lookLater(shown);
}

/** The room after something was done in it; the reader goes on where they were. */
function changed({ content, tag: newTag }, text, place) {
  tag = newTag;
  render(content);
  say(text);
  document.getElementById(place)?.focus();
  lookLater(content);
}

function render(room) {
  shown = room;
  know({ agent: room.agentName, team: room.teamName, customer: room.customerName });
  const heading = document.querySelector('#screen h1');
  heading.textContent = t('room.title');
  heading.tabIndex = -1;
  document.title = heading.textContent;
  const workflows = [...room.workflows].sort((a, b) => isOpen(b, room) - isOpen(a, room));
  // What steps show by themselves need not stand in the room a second time.
  const inSteps = new Set(room.workflows.flatMap(w => w.steps).map(step => step.asset));
  const assets = room.assets.filter(asset => asset.kind !== 'FORM' && !inSteps.has(asset.asset));
  const isEmpty = workflows.length + assets.length === 0;
  talk.update(room);
  document.getElementById('room').replaceChildren(...[
    h('p', { class: 'lead' }, t('room.hello')),
    room.state === 'ENDED' && ended(room),
    isEmpty && room.state !== 'ENDED' && h('p', { class: 'note' }, t('room.empty')),
    workflows.length > 0 && section('room.todo', workflows.map(w => workflowCard(w, room, changed))),
    assets.length > 0 && section('room.assets', assets.map(assetCard)),
    documentsSection(room, changed, lookNow),
  ].filter(Boolean));
}

function ended(room) {
  const key = `room.ended.${room.access}`;
  return h('p', { class: 'note' }, room.accessUntil
    ? t(`${key}.until`, { time: time(room.accessUntil) })
    : t(key));
}

function section(key, content) {
  return h('section', {}, h('h2', {}, t(key)), content);
}

async function lookNow() {
  if (document.hidden) return;
  try {
    const news = await askRoom(tag);
    if (!isLive) await talk.look();
    if (news && isSame(news.content)) keep(news);
    else if (news && isTyping()) offer(news);
    else if (news) take(news);
    else lookLater();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    if (refused.status >= 400 && refused.status < 500) leave(refused);
    else lookLater();
  }
}

/** Only what does not stand in the room has changed: the chat. */
function isSame(room) {
  return JSON.stringify(room) === JSON.stringify(shown);
}

function keep(news) {
  tag = news.tag;
  lookLater(shown);
}

function take(news) {
  tag = news.tag;
  render(news.content);
  lookLater(news.content);
}

/** What somebody is typing must not vanish under their hands. */
function offer(news) {
  const said = document.getElementById('said');
  const button = h('button', { type: 'button', class: 'link' }, t('room.show'));
  button.addEventListener('click', () => { said.textContent = ''; take(news); });
  say('');
  said.classList.add('said-offer');
  said.replaceChildren(`${t('room.new')} `, button);
  tag = news.tag;
  lookLater(news.content);
}

function leave(refused) {
  clearTimeout(looking);
  document.removeEventListener('visibilitychange', lookNow);
  stop();
  document.body.classList.remove('in-room');
  showRefusal(refused, () => location.reload());
}

function lookLater(room) {
  clearTimeout(looking);
  const ends = (room?.workflows ?? []).map(w => Date.parse(w.expiresAt) - Date.now() + 500).filter(ms => ms > 0);
  looking = setTimeout(lookNow, Math.min(isLive ? LOOK_ALL_THE_SAME : LOOK_EVERY, ...ends));
}

function isTyping() {
  return [...document.querySelectorAll('#room input, #room textarea, #room select')].some(input =>
    input.type === 'checkbox' ? input.checked : input.value !== '');
}
