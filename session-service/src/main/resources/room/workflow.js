// A workflow as a card with its steps, and assets as cards of their own.

import { assetUrl } from './api.js';
import { h } from './dom.js';
import { stepForm } from './step.js';
import { size, t, time } from './texts.js';

/** Whether its steps can be done: while it runs, and after the end where the team lets customers go on. */
export function isOpen(workflow, room) {
  return room.access === 'FULL' && (workflow.state === 'RUNNING' || workflow.state === 'STOPPED');
}

export function workflowCard(workflow, room, changed) {
  const done = workflow.steps.filter(step => step.completedAt).length;
  const heading = h('h3', { id: `w-${workflow.id}`, tabindex: -1 }, h('bdi', {}, workflow.name));
  return h('article', { class: 'card', 'aria-labelledby': heading.id },
    h('div', { class: 'card-head' }, heading, status(workflow, room)),
    h('p', { class: 'quiet' }, t('workflow.progress', { done, all: workflow.steps.length })),
    workflow.state === 'EXPIRED' && h('p', { class: 'note' }, t('workflow.EXPIRED.text')),
    h('ol', { class: 'steps' }, workflow.steps.map(step => stepItem(step, workflow, room, changed))),
  );
}

function status(workflow, room) {
  const state = workflow.state === 'STOPPED' && isOpen(workflow, room) ? 'RUNNING' : workflow.state;
  const text = state === 'RUNNING' && workflow.expiresAt
    ? t('workflow.RUNNING.until', { time: time(workflow.expiresAt) })
    : t(`workflow.${state}`);
  return h('p', { class: `status status-${state.toLowerCase()}` }, text);
}

function stepItem(step, workflow, room, changed) {
  const next = workflow.steps.find(one => !one.completedAt);
  const isNext = step === next && isOpen(workflow, room);
  const place = step.completedAt ? 'done' : isNext ? 'next' : 'later';
  const asset = room.stepAssets.find(one => one.id === step.asset);
  return h('li', { class: `step step-${place}`, 'aria-current': isNext && 'step' },
    h('p', { class: 'step-name' },
      h('bdi', {}, step.name), ' ', h('span', { class: 'step-place' }, t(`step.${place}`))),
    isNext && stepForm(step, workflow, asset, changed),
    step.completedAt && asset?.text && h('details', {}, h('summary', {}, h('bdi', {}, asset.name)), assetBody(asset)),
  );
}

export function assetCard(asset) {
  return h('article', { class: 'card' }, h('h3', {}, h('bdi', {}, asset.name)), assetBody(asset));
}

function documentLink(asset) {
  const href = assetUrl(asset.asset ?? asset.id);
  return [h('a', { href, download: true }, t('asset.save')), asset.size && ` (${size(asset.size)})`].filter(Boolean);
}

/** What an asset holds, as far as it can be shown in place. */
export function assetBody(asset) {
  if (asset.kind === 'TEXT') return h('div', { class: 'text', dir: 'auto' }, asset.text);
  if (asset.kind === 'LINK' && /^https?:\/\//i.test(asset.url ?? '')) {
    return h('p', {}, h('a', { href: asset.url, target: '_blank', rel: 'noopener noreferrer' },
      h('span', {}, new URL(asset.url).host), h('span', { class: 'hidden' }, ` ${t('asset.open')}`)));
  }
  return asset.kind === 'DOCUMENT' ? h('p', {}, documentLink(asset)) : null;
}
