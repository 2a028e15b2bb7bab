import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import terminal from './cli/messages.json' with { type: 'json' };

const keys = Object.keys(messages);
const allKeys = [...keys, ...Object.keys(terminal)];
const sentences = [
  ...Object.entries(messages).map(([key, { message }]) => [key, message] as const),
  ...Object.entries(terminal),
];
const shipped = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$|^e2e|^demo/.test(path),
);
const code = shipped
  .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
  .join('\n');
const inManifest = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);

/** Keys written out in the code, and the shapes of those that are put together from parts. */
const written = new Set([...code.matchAll(/['"](\w+)['"]/g)].map(([, word]) => word));
const shapes = [...code.matchAll(/`([\w${}.]+)`/g)]
  .map(([, template = '']) => template.replace(/\$\{[\w.]*\}/g, '*'))
  .filter((template) => template.includes('*') && /[a-z]{3}/.test(template))
  .map((template) => new RegExp(`^${template.replaceAll('*', '\\w+')}$`));

const isUsed = (key: string): boolean =>
  written.has(key) || inManifest.includes(key) || shapes.some((shape) => shape.test(key));
const withoutForm = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('the sentences', () => {
  it('are each said somewhere', () => {
    expect(allKeys.filter((key) => !isUsed(key) && !isUsed(withoutForm(key)))).toEqual([]);
  });

  it('are there for all that the manifest names; those that code names are typed by the file', () => {
    expect(inManifest.filter((key) => key === undefined || !keys.includes(key))).toEqual([]);
    expect(inManifest.length).toBeGreaterThan(0);
  });

  it('have a form for every number where they have one for a single thing', () => {
    const single = allKeys.filter((key) => key.endsWith('_one')).map(withoutForm);
    const lacking = single.filter(
      (key) => !allKeys.includes(key) && !allKeys.includes(`${key}_other`),
    );
    expect(lacking).toEqual([]);
    expect(single.length).toBeGreaterThan(0);
  });

  it('stand in the order of their keys, each once, those of a terminal apart', () => {
    for (const file of [keys, Object.keys(terminal)]) expect(file).toEqual(file.toSorted());
    expect(new Set(allKeys).size).toBe(allKeys.length);
  });

  it('tell translators where they stand, and what is filled into each place', () => {
    const lacking = Object.entries(messages).filter(([, { message, description }]) => {
      const places = message.match(/\{\w+\}/g) ?? [];
      return description.split(' ').length < 3 || places.some((one) => !description.includes(one));
    });
    expect(lacking).toEqual([]);
  });

  it('hold no dollar sign, which browsers take for a mark of their own', () => {
    const marked = sentences.filter(([, sentence]) => sentence.includes('$'));
    expect(marked).toEqual([]);
  });

  it('are set with one kind of apostrophe and of quotation marks, the curved ones', () => {
    const straight = sentences.filter(([, sentence]) => /['"`]/.test(sentence));
    expect(straight).toEqual([]);
    expect(sentences.some(([, sentence]) => sentence.includes('’'))).toBe(true);
  });
});
