import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import manifest from '../../manifest.json' with { type: 'json' };
import { manifestWithHosts } from '../platform/manifest-hosts.ts';
import { hostsIn } from './built-code/hosts-in.ts';
import { type BuildLists, judgeBuild } from './built-code/judge-build.ts';
import { listedHosts, listedWays } from './built-code/listed.ts';
import { readCode } from './built-code/read-code.ts';
import { expect, test } from './test.ts';
import { testExtension } from './test-build.ts';

const project = resolve(import.meta.dirname, '../..');

test.describe('the built extension', () => {
  test('holds no host, address, or way to run what isn’t written in it, but those that are listed', () => {
    const lists = { hosts: listedHosts, ways: listedWays };
    expect(judgeBuild(testExtension, project, lists)).toEqual([]);
  });

  test('asks for what the manifest of the source asks for, under its policy', () => {
    const shipped = manifestWithHosts(manifest);
    const built = JSON.parse(readFileSync(join(testExtension, 'manifest.json'), 'utf8'));
    const { permissions, optional_permissions, host_permissions } = shipped;
    expect(built).toMatchObject({
      incognito: shipped.incognito,
      permissions,
      optional_permissions,
      host_permissions,
      optional_host_permissions: shipped.optional_host_permissions,
      content_security_policy: shipped.content_security_policy,
    });
    expect(built.content_scripts.map(({ matches }: { matches: unknown }) => matches)).toEqual(
      shipped.content_scripts.map(({ matches }) => matches),
    );
    const [accessible, ...others] = built.web_accessible_resources;
    expect(accessible.resources).toEqual(['src/panel/panel.html', 'src/content/at-need.js']);
    expect(others).toEqual([]);
  });
});

test.describe('a build', () => {
  const none: BuildLists = { hosts: {}, ways: {} };

  /** A build of these files, judged. */
  function judged(files: Readonly<Record<string, string>>, lists = none): readonly string[] {
    const folder = test.info().outputPath('build');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return judgeBuild(folder, '/home/me/project', lists);
  }

  test('passes with files of its own alone', () => {
    const faults = judged({
      'manifest.json': '{"name":"x","background":{"service_worker":"worker.js"}}',
      'worker.js': "import './assets/a.js'; const later = () => import('./assets/a.js');",
      'assets/a.js':
        "/* see the manual.html */ new Worker(new URL('/assets/b.js', '' + import.meta.url)); setTimeout(() => 1, 5);",
      'assets/b.js':
        'const evaluate = (text) => text.length; evaluate("a.b"); x instanceof Function;',
      'assets/a.css': 'a{background:url(./a.png),url(data:image/png;base64,AA)}',
      'page.html':
        '<link rel="stylesheet" href="/assets/a.css"><script type="module" src="/worker.js"></script><a href="#b">b</a>',
    });
    expect(faults).toEqual([]);
  });

  test('is told of hosts that aren’t listed, by file, and of listed ones that it doesn’t name', () => {
    const files = {
      'a.js':
        "// https://comment.example/a\nfetch('https://api.example/b'); connect('metrics.example.com')",
      'b.css': '@import "//sheet.example/a.css";',
      'c.json': '{"at":"10.20.30.40"}',
      '_locales/en/messages.json':
        '{"a":{"message":"chart.io draws, as https://words.example says"}}',
    };
    expect(judged(files, { ...none, hosts: { 'gone.example': 'never asked' } })).toEqual([
      "_locales/en/messages.json: the host words.example isn't listed",
      "a.js: the host api.example isn't listed",
      "a.js: the host metrics.example.com isn't listed",
      "a.js: the host comment.example isn't listed",
      "b.css: the host sheet.example isn't listed",
      "c.json: the host 10.20.30.40 isn't listed",
      'the host gone.example is listed and nowhere named',
      'url(//sheet.example/a.css): listed 0 times, found 1 times (b.css)',
    ]);
  });

  test('is told of each way more or less often than it is listed', () => {
    const files = { 'a.js': "a.innerHTML = '';", 'b.js': "a.innerHTML = ''; c.outerHTML = '';" };
    const ways = {
      'innerHTML =': { times: 1, why: 'a test' },
      'new Worker(…)': { times: 1, why: 'a test' },
    };
    expect(judged(files, { ...none, ways })).toEqual([
      'innerHTML =: listed 1 times, found 2 times (a.js, b.js)',
      'outerHTML =: listed 0 times, found 1 times (b.js)',
      'new Worker(…): listed 1 times, found 0 times (nowhere)',
    ]);
  });

  test('is told of what its pages load from elsewhere or hold in themselves', () => {
    const faults = judged({
      'page.html':
        '<base href="/"><script>start()</script><img src="https://pictures.example/a.png"><b onclick="go()">b</b>',
    });
    expect(faults.map((fault) => fault.replace(/: listed 0 times.*/, ''))).toEqual([
      "page.html: the host pictures.example isn't listed",
      '<base>',
      '<script>',
      '<img src="https://pictures.example/a.png">',
      '<b onclick>',
    ]);
  });

  test('is told of files of other kinds, and of those that name the folder of the project', () => {
    expect(judged({ 'a.sh': '', 'b.js': "at('/home/me/project/src/a.ts')" })).toEqual([
      "a.sh is of a kind that a package doesn't hold",
      'b.js names the folder of the project',
    ]);
  });
});

test.describe('a script', () => {
  const waysOf = (code: string) => readCode(code, 'a.js').ways;

  test('is read by what it does, whichever way it is written', () => {
    expect(waysOf("eval('1')")).toEqual(['eval']);
    expect(waysOf('new Function("return 1")')).toEqual(['Function']);
    expect(waysOf('self . /* here */ eval\n(`1`)')).toEqual(['eval']);
    expect(waysOf("setTimeout('go()', 5)")).toEqual(["setTimeout('…')"]);
    expect(waysOf("import('https://code.example/a.js')")).toEqual([
      'import of https://code.example/a.js',
    ]);
    expect(waysOf('import(name)')).toEqual(['import(…) of what is worked out']);
    expect(waysOf("importScripts('a.js')")).toEqual(['importScripts(…)']);
    expect(waysOf("document.createElement('script')")).toEqual(["createElement('script')"]);
    expect(waysOf('new Worker(address)')).toEqual(['new Worker(…)']);
    expect(waysOf('WebAssembly.compile(bytes)')).toEqual(['WebAssembly.compile(…)']);
  });

  test('is not held for more than it does where words are only said or names alike', () => {
    const code = `
      // eval is not called
      const said = 'eval(1)';
      const of = { eval: 1, Function: 2 };
      class Own { eval() { return 1; } constructor() { this.x = 1; } }
      const is = said instanceof Function || Function.prototype.toString.call(of);
      document.createElement('div'); new WebAssembly.RuntimeError(said);
    `;
    expect(waysOf(code)).toEqual([]);
    expect(readCode(code, 'a.js').texts).toEqual(['eval(1)', 'div']);
    expect(readCode(code, 'a.js').comments).toEqual([' eval is not called']);
  });

  test('that can’t be read is no script', () => {
    expect(() => readCode('const = 1', 'a.js')).toThrow("a.js can't be read");
  });
});

test('a text names the hosts of its addresses, of numbers and of names, and not what only looks so', () => {
  const text = 'see WSS://User@Api.Example:8443/x, ftp://files.example and 1.2.3.4, or cdn.shop';
  expect(hostsIn(text, false)).toEqual(['api.example', 'files.example', '1.2.3.4', 'cdn.shop']);
  expect(hostsIn(text, true)).not.toContain('cdn.shop');
  const others = 'https://{host}/a, https://*/*, a/b.io, app.js, x.onLine, 1.2.3.4.5, v09.00.10.08';
  expect(hostsIn(others, false)).toEqual([]);
});
