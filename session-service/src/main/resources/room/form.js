// A form out of a JSON Schema: a field for each property, groups for objects. The service has the last word.

import { field, h } from './dom.js';
import { t } from './texts.js';

const INPUT_TYPES = { date: 'date', time: 'time', email: 'email', uri: 'url', 'date-time': 'datetime-local' };
const AUTOCOMPLETE = { email: 'email' };

/** {element, read: the input or false, say: shows the errors of a problem} */
export function schemaForm(schema) {
  const places = new Map();
  const fields = properties(schema ?? {}, '/input', places);
  return {
    element: h('div', { class: 'form' }, fields.map(one => one.element)),
    read: () => {
      places.forEach(place => place.say());
      const value = object(fields);
      const bad = [...places.values()].find(place => place.isBad());
      bad?.input.focus();
      return bad ? false : value;
    },
    say: errors => {
      const known = errors.filter(error => places.has(error.pointer));
      known.forEach(error => places.get(error.pointer).say(error.detail));
      places.get(known[0]?.pointer)?.input.focus();
      return known.length > 0;
    },
  };
}

function properties(schema, pointer, places) {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const place = `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const isRequired = required.includes(name);
    return property.type === 'object'
      ? group(name, property, place, places)
      : single(name, property, place, places, isRequired);
  });
}

function object(fields) {
  const all = {};
  for (const one of fields) {
    const value = one.read();
    if (value !== undefined) all[one.name] = value;
  }
  return all;
}

function group(name, schema, pointer, places) {
  const fields = properties(schema, pointer, places);
  return {
    name,
    element: h('fieldset', {}, h('legend', {}, schema.title ?? name), fields.map(one => one.element)),
    read: () => {
      const value = object(fields);
      return Object.keys(value).length > 0 ? value : undefined;
    },
  };
}

function single(name, schema, pointer, places, isRequired) {
  const input = control(schema);
  const label = schema.title ?? name;
  const element = field(isRequired && schema.type !== 'boolean' ? `${label} (${t('form.required')})` : label, input,
    { hint: schema.description, required: isRequired });
  let bad = false;
  places.set(pointer, { input, say: element.say, isBad: () => bad });
  const read = () => {
    const value = valueOf(input, schema);
    bad = Number.isNaN(value) || isRequired && value === undefined;
    if (bad) element.say(t(Number.isNaN(value) ? 'form.number' : 'form.missing'));
    return value;
  };
  return { name, element, read };
}

function control(schema) {
  if (schema.enum) {
    return h('select', {}, h('option', { value: '' }, t('form.choose')),
      schema.enum.map((value, i) => h('option', { value: i }, String(value))));
  }
  if (schema.type === 'boolean') return h('input', { type: 'checkbox' });
  if (schema.type === 'number' || schema.type === 'integer') {
    return h('input', { type: 'text', inputmode: schema.type === 'integer' ? 'numeric' : 'decimal' });
  }
  if (schema.type === 'array' || schema.maxLength > 200) return h('textarea', { rows: 4, maxlength: schema.maxLength });
  return h('input', {
    type: INPUT_TYPES[schema.format] ?? 'text',
    maxlength: schema.maxLength,
    autocomplete: AUTOCOMPLETE[schema.format] ?? 'off',
  });
}

/** Undefined for nothing, NaN for what is no number. */
function valueOf(input, schema) {
  if (schema.type === 'boolean') return input.checked;
  const text = input.value.trim();
  if (text === '') return undefined;
  if (schema.enum) return schema.enum[Number(text)];
  if (schema.type === 'number' || schema.type === 'integer') return Number(text.replace(',', '.'));
  if (schema.type === 'array') return text.split('\n').map(line => line.trim()).filter(Boolean);
  return schema.format === 'date-time' ? new Date(text).toISOString() : text;
}
