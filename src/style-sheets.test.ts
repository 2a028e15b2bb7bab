import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A cue card is read from across a room and a printed sheet in points: they have scales of their own. */
const own = ['panel/cue/cue.css', 'panel/plan/plan-sheet.css', 'panel/design/tokens.css'];

const sheets = ['panel', 'options', 'first-steps']
  .flatMap((room) =>
    readdirSync(join(import.meta.dirname, room), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${room}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => path.endsWith('.css') && !own.includes(path))
  .map((path) => ({
    path,
    rules: readFileSync(join(import.meta.dirname, path), 'utf8').split('\n'),
  }));

/** Each declaration of a property that says something else than it may, with its place. */
function others(property: RegExp, allowed: RegExp): string[] {
  return sheets.flatMap(({ path, rules }) =>
    rules.flatMap((rule, line) => {
      const value = property.exec(rule)?.[1];
      return value === undefined || allowed.test(value) ? [] : [`${path}:${line + 1} ${value}`];
    }),
  );
}

describe('the style sheets of the panel and the settings', () => {
  it('are found', () => {
    expect(sheets.length).toBeGreaterThan(40);
  });

  it('fit in the head', () => {
    const long = sheets.filter(({ rules }) => rules.length > 301);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('write in the five sizes of the design', () => {
    expect(others(/font-size: (.+);/, /^(var\(--t-(s|m|l|h|xl)\)|inherit)$/)).toEqual([]);
  });

  it('write in two weights', () => {
    expect(others(/font-weight: (.+);/, /^(400|600)$/)).toEqual([]);
  });

  it('round corners by the tokens', () => {
    expect(
      others(
        /border-radius: (.+);/,
        /^((var\(--r-\w+\)|0|50%|inherit|var\(--cover-radius, var\(--r-s\)\)) ?)+$/,
      ),
    ).toEqual([]);
  });

  it('take each colour from a token, but for a mask and white paper', () => {
    const colours = others(/(#[0-9a-f]{3,8}\b|rgba?\()/, /^never$/);
    expect(colours.filter((found) => !/section-nav\.css|print\.css/.test(found))).toEqual([]);
  });

  it('move by the one length of time, which is none where less motion is asked for', () => {
    expect(others(/transition: (.+);/, /var\(--quick\)/)).toEqual([]);
  });

  it('throw the one shadow, or a line inside', () => {
    expect(
      others(/box-shadow: (.+);/, /^(var\(--shadow\)|none|inset .+|0 0 0 2px var\(.+)$/),
    ).toEqual([]);
  });
});
