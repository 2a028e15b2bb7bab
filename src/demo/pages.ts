import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { type DemoAnswer, plain } from './exchange.ts';

const PAGES = join(import.meta.dirname, 'pages');

/** As strict as the real site could be: own files only, nothing inline, no frames, Trusted Types. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * One of the demo's pages, by the name of its file without `.html`. `at` is the demo's time in unix
 * milliseconds: the page asks for the LIVEs up to then.
 */
export async function page(name: string, at: number): Promise<DemoAnswer> {
  const html = await readFile(join(PAGES, `${name}.html`), 'utf8');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
    body: html.replace('<html ', `<html data-now="${at}" `),
  };
}

const scripts = new Map<string, Promise<string>>();

/** The style sheet and scripts of the pages under /demo/pages/; TypeScript is served with its types taken out. */
export async function pageFile(name: string): Promise<DemoAnswer> {
  if (!/^[a-z-]+\.(css|ts)$/.test(name)) return plain(404, 'No such file.');
  const file = join(PAGES, name);
  try {
    const script = name.endsWith('.ts');
    const body = script ? await compiled(file) : await readFile(file, 'utf8');
    const type = script ? 'text/javascript' : 'text/css';
    return {
      status: 200,
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
      body,
    };
  } catch {
    return plain(404, 'No such file.');
  }
}

function compiled(file: string): Promise<string> {
  const known = scripts.get(file) ?? compile(file);
  scripts.set(file, known);
  return known;
}

async function compile(file: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false });
  return code;
}
