import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname);
const product = ['background', 'cli', 'content', 'demo', 'options', 'panel', 'platform', 'sources'];
const pure = ['archive', 'diagnosis', 'metrics'];

it('reads the time of day in platform/current-time.ts and nowhere else in the product', () => {
  const reading = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/;
  const found = [...product, ...pure]
    .flatMap((room) =>
      readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(src, room, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .filter((file) => reading.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file));
  expect(found).toEqual([join('platform', 'current-time.ts')]);
});
