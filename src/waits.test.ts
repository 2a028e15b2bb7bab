import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, 'e2e');
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Methods that tell what stands on a screen at this moment. */
const READERS =
  'textContent|allTextContents|count|isVisible|isDisabled|inputValue|getAttribute|boundingBox|evaluateAll';

describe('the browser tests', () => {
  it('expect nothing that was read on the spot: a busy machine shows it a moment later', () => {
    expect(
      tests.flatMap(({ name, text }) => hasty(text).map((what) => `${name}: ${what}`)),
    ).toEqual([]);
  });

  it('are held to it whichever way it is written', () => {
    expect(hasty('expect(await rows.count()).toBe(1);')).toHaveLength(1);
    expect(hasty('const [few] = await rows.count();\nexpect(few).toBe(1);')).toHaveLength(1);
    expect(hasty('await expect.poll(async () => (await all()).length).toBe(1);')).toEqual([]);
    expect(
      hasty('eventually(async () => { const n = await a.count(); expect(n).toBe(1) });'),
    ).toEqual([]);
    expect(hasty('const few = await rows.count();\nawait expect.poll(now).toBe(few);')).toEqual([]);
  });
});

/** What a test expects of a reading outside of everything that waits. */
function hasty(source: string): string[] {
  const text = ['eventually(', '.poll('].reduce(
    (rest, call) => argumentsOf(rest, call).reduce((left, given) => left.replace(given, ''), rest),
    source,
  );
  const onTheSpot = argumentsOf(text, 'expect(').filter((given) => /\bawait\b/.test(given));
  const read = new RegExp(`const ([^=]+) =[^;]*\\bawait\\b[^;]*\\.(?:${READERS})\\(`, 'g');
  const noted = [...text.matchAll(read)].flatMap(({ 1: names = '', index }) => {
    const [test = ''] = text.slice(index).split(/\n *test[.(]/);
    const expected = argumentsOf(test, 'expect(');
    return (names.match(/\w+/g) ?? []).filter((name) =>
      expected.some((given) => new RegExp(`\\b${name}\\b`).test(given)),
    );
  });
  return [...onTheSpot, ...noted];
}

/** What every call is given, as it is written. */
function argumentsOf(text: string, call: string): string[] {
  return text.split(call).slice(1).map(upToItsEnd);
}

function upToItsEnd(text: string): string {
  let open = 1;
  const end = [...text].findIndex((letter) => {
    open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    return open === 0;
  });
  return [...text].slice(0, end).join('');
}
