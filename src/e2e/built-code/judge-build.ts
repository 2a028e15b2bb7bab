import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { hostsIn } from './hosts-in.ts';
import type { ListedWay } from './listed.ts';
import { isOwnPath, readCode } from './read-code.ts';

/** What a build may hold, each with why. */
export interface BuildLists {
  readonly hosts: Readonly<Record<string, string>>;
  readonly ways: Readonly<Record<string, ListedWay>>;
}

interface FileReading {
  /** Ways by which it could run or load what isn't part of the build, one a place. */
  readonly ways: readonly string[];
  /** What it says to programs. */
  readonly texts: readonly string[];
  /** What it says to people. */
  readonly prose: readonly string[];
}

/** Kinds of files that a package may hold. */
const KINDS = /\.(?:js|css|html|json|png|wasm|txt)$/;

/**
 * Judges a built extension by its files alone: a sentence for each host, address, way of running what isn't written out
 * and thing from elsewhere that isn't listed, for each entry of the lists that isn't met, and for a file that names the
 * folder in which the project lay when it was built.
 */
export function judgeBuild(folder: string, project: string, lists: BuildLists): string[] {
  const hosts = new Map<string, string>();
  const ways = new Map<string, string[]>();
  const faults: string[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort()) {
    const file = path.slice(folder.length + 1).replaceAll('\\', '/');
    const content = readFileSync(path);
    if (!KINDS.test(file)) faults.push(`${file} is of a kind that a package doesn't hold`);
    if (content.includes(`${project}/`)) faults.push(`${file} names the folder of the project`);
    const reading = readFile(file, content);
    for (const way of reading.ways) ways.set(way, [...(ways.get(way) ?? []), file]);
    const named = [
      ...reading.texts.flatMap((text) => hostsIn(text, false)),
      ...reading.prose.flatMap((text) => hostsIn(text, true)),
    ];
    for (const host of named) hosts.set(host, file);
  }
  return [...faults, ...judgeHosts(hosts, lists.hosts), ...judgeWays(ways, lists.ways)];
}

function judgeHosts(met: ReadonlyMap<string, string>, listed: BuildLists['hosts']): string[] {
  return [
    ...[...met]
      .filter(([host]) => !(host in listed))
      .map(([host, file]) => `${file}: the host ${host} isn't listed`),
    ...Object.keys(listed)
      .filter((host) => !met.has(host))
      .map((host) => `the host ${host} is listed and nowhere named`),
  ];
}

function judgeWays(
  met: ReadonlyMap<string, readonly string[]>,
  listed: BuildLists['ways'],
): string[] {
  return [...new Set([...met.keys(), ...Object.keys(listed)])].flatMap((way) => {
    const [files, times] = [met.get(way) ?? [], listed[way]?.times ?? 0];
    if (files.length === times) return [];
    const where = files.length === 0 ? 'nowhere' : [...new Set(files)].join(', ');
    return `${way}: listed ${times} times, found ${files.length} times (${where})`;
  });
}

function readFile(file: string, content: Buffer): FileReading {
  const text = content.toString('utf8');
  if (/^(?:_locales|licenses)\//.test(file)) return { ways: [], texts: [], prose: [text] };
  if (file.endsWith('.js')) {
    const { ways, texts, comments } = readCode(text, file);
    return { ways, texts, prose: comments };
  }
  if (file.endsWith('.html')) return { ways: waysOfPage(text), texts: [text], prose: [] };
  if (file.endsWith('.css')) return { ways: waysOfSheet(text), texts: [text], prose: [] };
  if (file.endsWith('.png')) return { ways: [], texts: [], prose: [] };
  // A module of WebAssembly can ask nobody by itself; what it names is text among its bytes.
  if (file.endsWith('.wasm')) return { ways: [], texts: [], prose: [content.toString('latin1')] };
  return { ways: [], texts: [text], prose: [] };
}

/** Attributes that name what an element loads, leads to or sends to. */
const LOADING = ['src', 'srcset', 'href', 'xlink:href', 'action', 'formaction', 'data', 'poster'];

function waysOfPage(page: string): string[] {
  const elements = new new Window().DOMParser().parseFromString(page, 'text/html');
  return [...elements.querySelectorAll('*')].flatMap((element) => {
    const tag = element.tagName.toLowerCase();
    const ways = [...element.attributes].flatMap(({ name, value }) => {
      if (LOADING.includes(name) && !isOwnPath(value ?? '')) return [`<${tag} ${name}="${value}">`];
      return name.startsWith('on') || name === 'srcdoc' ? [`<${tag} ${name}>`] : [];
    });
    const isWritten = tag === 'script' && !element.hasAttribute('src');
    return tag === 'base' || isWritten ? [...ways, `<${tag}>`] : ways;
  });
}

function waysOfSheet(sheet: string): string[] {
  return [...sheet.matchAll(/(?:@import\s*|url\(\s*)["']?([^"')\s;]*)/gi)]
    .map(([, to = '']) => to)
    .filter((to) => !isOwnPath(to) && !to.startsWith('data:'))
    .map((to) => `url(${to})`);
}
