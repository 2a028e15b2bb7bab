import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../sources/seller-center/json.ts';
import { asksOf } from '../sources/seller-center/requests.ts';
import { api } from './api.ts';
import { invented, leftOut } from './invented.ts';
import { demoShop } from './shop.ts';

const NOW = Date.parse('2026-11-23T20:00:00Z');
const FIXTURES = new URL('../sources/seller-center/fixtures/', import.meta.url);
const shop = demoShop(NOW, 7);
const sessions = shop.sessions(NOW);

/** The captured answers of each endpoint that the demo answers. */
const captures: Readonly<Record<string, readonly string[]>> = {
  'core/stats': ['core-stats'],
  'trend/chart': ['trend-chart'],
  'product/list': ['product-list'],
  'event/timeline': ['event-timeline'],
  'room/status': ['room-status'],
  'room/info': ['room-info'],
  'source/new': ['source-new'],
  'user/portrait': ['user-portrait-followers', 'user-portrait-customers'],
};

/** What an answer's fields hold, by their path; elements of a list share one. */
type Shape = ReadonlyMap<string, ReadonlySet<string>>;

function shapeOf(answers: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const element of value) walk(element, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        walk(inner, path === '' ? name : `${path}.${name}`);
      }
    } else shape.set(path, (shape.get(path) ?? new Set()).add(kindOf(value)));
  };
  for (const answer of answers) walk(answer, '');
  return shape;
}

/** How a value is written. The decimals of money follow from its currency, the capture's has none. */
function kindOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole number' : 'number';
  if (typeof value !== 'string') return typeof value;
  if (/^-?\d+\.\d{6}$/.test(value)) return 'six places';
  if (/^-?\d+\.\d{4}$/.test(value)) return 'four places';
  if (/^-?\d+(\.\d{1,2})?$/.test(value)) return 'number as text';
  return /^https:/.test(value) ? 'address' : 'text';
}

const data = (body: unknown): unknown => {
  const read = parseJson(String(body));
  return read.ok && typeof read.value === 'object' && read.value !== null && 'data' in read.value
    ? read.value.data
    : undefined;
};

const captured = (endpoint: string): Shape =>
  shapeOf(
    (captures[endpoint] ?? []).map((file) =>
      data(readFileSync(new URL(`${file}.json`, FIXTURES), 'utf8')),
    ),
  );

const demo = (endpoint: string): Shape =>
  shapeOf(
    sessions.slice(0, 12).flatMap((session) =>
      asksOf({ room: session.room.id })
        .filter((ask) => ask.endpoint === endpoint)
        .map(({ path, body }) => {
          const query = new URLSearchParams();
          const host = 'seller-us.tiktok.com';
          const asked = { at: NOW, method: 'POST', host, path, query, headers: {}, body };
          return data(api(asked, shop, true).body);
        }),
    ),
  );

/** A path and every path above it, so that a list may name a whole object. */
const isNamed = (path: string, names: readonly string[]): boolean =>
  names.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`));

describe.each(Object.keys(captures))('the demo’s %s', (endpoint) => {
  const theirs = captured(endpoint);
  const ours = demo(endpoint);
  const named = (lists: Readonly<Record<string, readonly string[]>>) => lists[endpoint] ?? [];

  it('answers every field of the capture but those that are listed as left out', () => {
    const missing = [...theirs.keys()].filter((path) => !ours.has(path));
    expect(missing.filter((path) => !isNamed(path, named(leftOut)))).toEqual([]);
  });

  it('answers no field that was not captured but those that are listed as invented', () => {
    const added = [...ours.keys()].filter((path) => !theirs.has(path));
    expect(added.filter((path) => !isNamed(path, named(invented)))).toEqual([]);
  });

  it('writes every value as it was captured', () => {
    const other = [...ours].flatMap(([path, kinds]) => {
      const seen = theirs.get(path);
      if (seen === undefined || isNamed(path, named(invented))) return [];
      return [...kinds].filter((kind) => !matches(kind, seen)).map((kind) => `${path}: ${kind}`);
    });
    expect(other).toEqual([]);
  });

  it('is listed with nothing that is not so', () => {
    const isStale = (name: string, shape: Shape): boolean =>
      ![...shape.keys()].some((path) => isNamed(path, [name]));
    expect(named(invented).filter((name) => isStale(name, ours))).toEqual([]);
    expect(named(leftOut).filter((name) => isStale(name, theirs))).toEqual([]);
  });
});

/** Text as amounts are written differs by currency; everything else is written in one way. */
function matches(kind: string, seen: ReadonlySet<string>): boolean {
  if (seen.has(kind)) return true;
  const isAmount = kind === 'text' || kind === 'number as text';
  return isAmount && (seen.has('text') || seen.has('number as text') || seen.has('six places'));
}

describe('the README of the demo', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

  it.each(Object.entries(invented))('names what the demo invents of %s', (endpoint, paths) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${endpoint}\` |`));
    expect(row, `no row for ${endpoint}`).toBeDefined();
    for (const path of paths) expect(row).toContain(`\`${path.split('.').at(-1)}\``);
  });
});
