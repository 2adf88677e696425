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
  return (page.texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => isolated(all[name] ?? whole));
}

/** A name of the other direction must not turn round the sentence that it stands in. */
function isolated(value) {
  return page.texts.direction === 'rtl' ? `\u2068${value}\u2069` : value;
}

// As people of the same language write it where the browser is: 2:45 PM, or 14:45.
const region = navigator.languages.find(one => one.split('-')[0] === language) ?? language;
const moment = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(region, { timeStyle: 'short' });

/** A point of time as people say it: today by the clock alone. */
export function time(instant) {
  const date = new Date(instant);
  return date.toDateString() === new Date().toDateString() ? clock.format(date) : moment.format(date);
}

/** The same with the day, whichever it was. */
export function day(instant) {
  return moment.format(new Date(instant));
}

export function size(bytes) {
  const kilo = bytes / 1024;
  return isolated(kilo < 1024
    ? `${new Intl.NumberFormat(region, { maximumFractionDigits: 0 }).format(Math.max(1, kilo))} KB`
    : `${new Intl.NumberFormat(region, { maximumFractionDigits: 1 }).format(kilo / 1024)} MB`);
}
