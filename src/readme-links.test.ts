import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const readmes = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('README.md'))
    .map((name) => join(root, 'src', name)),
];

describe('the links of the READMEs', () => {
  it('lead to files and headings that are there', () => {
    const broken = readmes.flatMap((readme) =>
      [...readFileSync(readme, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^https?:/.test(link) && !leads(readme, link))
        .map((link) => `${relative(root, readme)}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('lead to every one of them from the first', () => {
    const seen = new Set<string>();
    const follow = (readme: string): void => {
      if (seen.has(readme)) return;
      seen.add(readme);
      for (const [, link = ''] of readFileSync(readme, 'utf8').matchAll(/\]\(([^)\s#]+)/g)) {
        const file = resolve(dirname(readme), link);
        if (readmes.includes(file)) follow(file);
      }
    };
    follow(join(root, 'README.md'));
    const others = readmes.filter((readme) => !seen.has(readme));
    expect(others.map((readme) => relative(root, readme))).toEqual([]);
  });
});

function leads(from: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? from : resolve(dirname(from), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** As GitHub turns headings into anchors. */
function headingsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
