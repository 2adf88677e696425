// What a customer sees who can't go in, and what they can do about it.

import { Refused, sendNewLink } from './api.js';
import { busy, h, say, show } from './dom.js';
import { day, has, t, time } from './texts.js';

/** What is said in place, with the field or button that it is about. */
export function reason(refused) {
  const key = `says.${refused.name}`;
  return t(has(key) ? key : 'says.offline', refused.until && { time: time(refused.until) });
}

/** Whether it is about the whole session or link, and not about what was just done. */
export function isFinal(refused) {
  return has(`${refused.name}.title`) && refused.name !== 'gone-wrong';
}

export function showRefusal(refused, again) {
  const name = isFinal(refused) ? refused.name : 'gone-wrong';
  const text = name === 'locked' && !refused.until ? 'locked.text.banned' : `${name}.text`;
  const canTryAgain = name === 'gone-wrong' || name === 'no-cookies' || name === 'locked' && refused.until;
  const said = name.startsWith('session-') ? day : time;
  show(h('div', { class: 'refusal' },
    h('h1', {}, t(`${name}.title`)),
    h('p', {}, t(text, refused.until && { time: said(refused.until) })),
    name === 'link-expired' && newLink(),
    canTryAgain && h('button', { type: 'button', class: 'button', onclick: again }, t('gone-wrong.button')),
  ));
}

function newLink() {
  const button = h('button', { type: 'button', class: 'button' }, t('link-expired.button'));
  button.addEventListener('click', () => busy(button, async () => {
    try {
      const channel = await sendNewLink();
      const sent = h('p', { class: 'note note-good', tabindex: -1 }, t(`link-expired.sent.${channel}`));
      button.replaceWith(sent);
      sent.focus();
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      say(reason(refused), true);
    }
  }));
  return button;
}
