// What a customer does in a step: acknowledge, fill in, sign, upload.

import { complete, Refused, upload } from './api.js';
import { busy, field, h, say } from './dom.js';
import { schemaForm } from './form.js';
import { reason } from './refusal.js';
import { t } from './texts.js';
import { assetBody } from './workflow.js';

export function stepForm(step, workflow, asset, changed) {
  const kind = KINDS[step.kind](step, workflow, asset);
  const label = step.kind === 'ACKNOWLEDGE' && !asset ? 'step.ACKNOWLEDGE.plain' : `step.${step.kind}`;
  const button = h('button', { class: 'button' }, t(label));
  const form = h('form', { class: 'step-form', novalidate: true },
    asset && step.kind !== 'FORM' && h('div', { class: 'step-asset' }, h('p', { class: 'asset-name' }, h('bdi', {}, asset.name)), assetBody(asset)),
    kind.fields, button);
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(button, () => finish(kind, step, workflow, changed));
  });
  return form;
}

async function finish(kind, step, workflow, changed) {
  try {
    const input = await kind.input();
    if (input === false) return;
    const answer = await complete(workflow.id, step.id, input);
    const after = answer.content.workflows.find(one => one.id === workflow.id);
    const text = after?.state === 'COMPLETED'
      ? t('step.finished', { workflow: workflow.name })
      : t('step.completed', { step: step.name });
    changed(answer, text, `w-${workflow.id}`);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    if (!kind.say?.(refused)) say(reason(refused), true);
  }
}

/** Each kind: the fields that it shows, and what it sends; false where there is something to be filled in first. */
const KINDS = {
  ACKNOWLEDGE: () => ({ fields: null, input: () => undefined }),

  SIGN() {
    const name = field(t('step.SIGN.label'),
      h('input', { type: 'text', autocomplete: 'name', maxlength: 200, class: 'signature' }),
      { hint: t('step.SIGN.hint'), required: true });
    return { fields: name, input: () => filled(name) && { name: name.input.value.trim() } };
  },

  FORM(step, workflow, asset) {
    const form = schemaForm(asset?.schema);
    return {
      fields: form.element,
      input: form.read,
      say: refused => refused.errors.length > 0 && form.say(refused.errors),
    };
  },

  UPLOAD(step, workflow) {
    const file = fileField(t('step.UPLOAD.label'));
    return {
      fields: file,
      input: async () => chosen(file) && { document: (await upload(chosen(file), workflow.id, step.id)).id },
      say: refused => {
        file.say(reason(refused));
        file.input.focus();
        return true;
      },
    };
  },
};

function filled(one) {
  const is = one.input.value.trim() !== '';
  one.say(is ? '' : t('form.missing'));
  if (!is) one.input.focus();
  return is;
}

export function fileField(label) {
  const input = h('input', { type: 'file', accept: '.pdf,.png,.jpg,.jpeg,.txt,application/pdf,image/png,image/jpeg,text/plain' });
  return field(label, input, { hint: t('step.UPLOAD.hint'), required: true });
}

/** The chosen file, or false. */
export function chosen(file) {
  const is = file.input.files.length > 0;
  file.say(is ? '' : t('step.UPLOAD.none'));
  if (!is) file.input.focus();
  return is && file.input.files[0];
}
