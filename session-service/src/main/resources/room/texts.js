// What the page says, in the language that the server chose.

const page = JSON.parse(document.getElementById('page').textContent);

export const language = page.language;
export const startScreen = page.screen;

const names = { agent: page.agent, team: page.team };

/** From now on texts name these, too: a session may have got another owner meanwhile. */
export function know(more) {
  Object.assign(names, more);
}

export function has(key) {
  return key in page.texts;
}

export function t(key, values) {
  const all = { ...names, ...values };
  return (page.texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => all[name] ?? whole);
}

const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

/** A point of time as people say it: today by the clock alone. */
export function time(instant) {
  const date = new Date(instant);
  return date.toDateString() === new Date().toDateString() ? clock.format(date) : moment.format(date);
}

export function size(bytes) {
  const kilo = bytes / 1024;
  return kilo < 1024
    ? `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(Math.max(1, kilo))} KB`
    : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(kilo / 1024)} MB`;
}
