import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Names that two files export on purpose, and why. */
const shared: Readonly<Record<string, string>> = {
  BEAUTY: 'one category, of the sample shop and of the feed builder’s tests, which stand apart',
  HOUR: 'seconds, in two sets of fixtures',
  NOW: 'the moment that a set of fixtures is read at',
  Random: 'the engine’s generator and the sample shop’s: neither may change with the other',
  START: 'when the LIVE of a set of fixtures begins',
  Which: 'whose LIVEs: the archive’s word, said again for stores that know no archive',
  randomOf: 'see Random',
  stay: 'the factor, and the part of the catalogue that it judges',
};

const EXPORT = /^export (?:async )?(?:function|const|class|interface|type|enum) (\w+)/gm;

describe('exported names', () => {
  const src = import.meta.dirname;
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(src, name));
  const places = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORT)) {
      places.set(name, (places.get(name) ?? new Set()).add(relative(src, file)));
    }
  }

  it('stand for one thing each, but for a few that are the same on purpose', () => {
    const twice = [...places].filter(([, where]) => where.size > 1);
    expect(twice.map(([name]) => name).sort()).toEqual(Object.keys(shared).sort());
    expect(twice.length).toBeLessThanOrEqual(15);
  });
});
