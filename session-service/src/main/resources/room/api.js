// Asks the service. What it refuses comes as a Refused with the problem's name.

import { language } from './texts.js';

const token = location.pathname.split('/').pop();
const join = `/api/join/${encodeURIComponent(token)}`;

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? String(status));
    this.status = status;
    this.name = problem.type?.split('/').pop() ?? 'offline';
    this.until = problem.until;
    this.errors = problem.errors ?? [];
  }
}

async function ask(path, { method = 'GET', json, body, headers = {} } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      credentials: 'same-origin',
      redirect: 'error',
    });
  } catch {
    throw new Refused(0, {});
  }
  if (answer.status === 304) return null;
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, content);
  return { content, tag: answer.headers.get('ETag') };
}

export const knock = async () => (await ask(join)).content;
export const enter = shown => ask(join, { method: 'POST', json: shown });
export const sendCode = async () => (await ask(`${join}/otp`, { method: 'POST', json: {} })).content.channel;
export const sendNewLink = async () => (await ask(`${join}/new-link`, { method: 'POST', json: {} })).content.channel;

/** The room, or null where it is still the one with this tag. */
export const room = tag => ask('/api/room', { headers: tag ? { 'If-None-Match': tag } : {} });

export const complete = (workflow, step, input) => ask(
  `/api/room/workflows/${workflow}/steps/${encodeURIComponent(step)}`,
  { method: 'POST', json: input === undefined ? {} : { input } },
);

/** Of the chat, newest first; those before the cursor, where one is given. */
export const messages = async cursor => (await ask(`/api/room/messages${cursor ? `?cursor=${cursor}` : ''}`)).content;
export const write = text => ask('/api/room/messages', { method: 'POST', json: { text } });

export const documents = async () => (await ask('/api/room/documents')).content.items;
export const documentUrl = id => `/api/room/documents/${id}`;
export const assetUrl = id => `/api/room/assets/${id}/content`;

export async function upload(file, workflow, step) {
  const form = new FormData();
  if (workflow) {
    form.append('workflow', workflow);
    form.append('step', step);
  }
  form.append('file', file);
  return (await ask('/api/room/documents', { method: 'POST', body: form })).content;
}
