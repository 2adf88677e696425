// Asks for what the team's settings want before the room opens. Only the button joins.

import { enter, Refused, sendCode } from './api.js';
import { busy, field, h, say, show } from './dom.js';
import { isFinal, reason, showRefusal } from './refusal.js';
import { showRoom } from './room.js';
import { know, t, time } from './texts.js';

const FIELD_OF = {
  'consent-required': 'consent',
  'pin-required': 'pin',
  'pin-wrong': 'pin',
  'code-required': 'code',
  'code-wrong': 'code',
};

export function showEntrance(invitation) {
  know({ agent: invitation.agentName, team: invitation.teamName, customer: invitation.customerName });
  const fields = {
    consent: invitation.consent && consent(),
    pin: invitation.authentication === 'PIN' && digits('pin', 'off', t('enter.pin.hint')),
    code: invitation.authentication === 'OTP' && digits('code', 'one-time-code', t('enter.code.hint')),
  };
  const button = h('button', { class: 'button' }, t(invitation.alreadyIn ? 'enter.back' : 'enter.button'));
  const form = h('form', { class: 'entrance', novalidate: true },
    h('p', { class: 'hello' }, t(invitation.alreadyIn ? 'enter.again' : 'enter.hello')),
    fields.consent && h('section', { class: 'consent' },
      h('h2', {}, t('enter.consent.title')),
      h('div', { class: 'consent-text', tabindex: 0, role: 'group', dir: 'auto', 'aria-label': t('enter.consent.title') },
        invitation.consent),
      fields.consent),
    fields.code && codeSender(fields.code),
    fields.pin,
    fields.code,
    button,
    invitation.expiresAt && h('p', { class: 'quiet' }, t('enter.until', { time: time(invitation.expiresAt) })),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(button, () => submit(fields));
  });
  show(h('h1', {}, t('invite.title')), h('p', { class: 'lead' }, t('invite.text')), form);
}

function consent() {
  return field(t('enter.consent.agree'), h('input', { type: 'checkbox', name: 'consent' }), { required: true });
}

function digits(name, autocomplete, hint) {
  const input = h('input', {
    type: 'text', name, inputmode: 'numeric', autocomplete, maxlength: 12, class: 'digits', spellcheck: 'false',
  });
  return field(t(`enter.${name}.label`), input, { hint, required: true });
}

function codeSender(codeField) {
  const button = h('button', { type: 'button', class: 'button button-second' }, t('enter.code.send'));
  const sent = h('p', { class: 'note note-good', hidden: true });
  button.addEventListener('click', () => busy(button, async () => {
    try {
      sent.textContent = t(`enter.code.sent.${await sendCode()}`);
      sent.hidden = false;
      button.textContent = t('enter.code.again');
      codeField.say();
      codeField.input.focus();
    } catch (refused) {
      complain(refused, {});
    }
  }));
  return h('div', {}, button, h('div', { 'aria-live': 'polite' }, sent));
}

async function submit(fields) {
  Object.values(fields).filter(Boolean).forEach(one => one.say());
  const typed = name => fields[name]?.input?.value.replace(/\D/g, '') || undefined;
  try {
    const { content, tag } = await enter({
      consent: fields.consent ? fields.consent.input.checked : undefined,
      pin: typed('pin'),
      code: typed('code'),
    });
    showRoom(content, tag);
  } catch (refused) {
    complain(refused, fields);
  }
}

function complain(refused, fields) {
  if (!(refused instanceof Refused)) throw refused;
  const about = fields[FIELD_OF[refused.name]];
  if (refused.until && /-wrong$/.test(refused.name)) {
    showRefusal(Object.assign(refused, { name: 'locked' }), () => location.reload());
  } else if (about) {
    about.say(reason(refused));
    about.input.focus();
  } else if (isFinal(refused)) {
    showRefusal(refused, () => location.reload());
  } else {
    say(reason(refused), true);
  }
}
