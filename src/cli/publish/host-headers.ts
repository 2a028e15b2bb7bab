/** What the files of a feed are served with: an hour old is fresh, a day old serves while a newer one is asked for. */
const headers = [
  ['Cache-Control', 'public, max-age=3600, stale-while-revalidate=86400'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;

const places = ['/index.json', '/schema/*', '/v1/*', '/v2/*'];

const BEGIN = '# Benchmark feed: written by npm run publish';
const END = '# End of the benchmark feed';

/** The file's name, which Netlify and Cloudflare Pages know. */
export const HEADERS_FILE = '_headers';

/**
 * `_headers` with the feed's lines in it; what else the file says stays as it is. Undefined where the marks
 * around the feed's lines no longer stand as they were written.
 *
 * @param before what the file says now; empty where there is none
 */
export function withFeedHeaders(before: string): string | undefined {
  const named = headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  const block = `${BEGIN}\n${places.map((place) => `${place}\n${named}`).join('')}${END}\n`;
  const lines = before.split('\n');
  const from = lines.indexOf(BEGIN);
  const to = lines.indexOf(END);
  if (from < 0 && to < 0) {
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    return `${before}${gap}${block}`;
  }
  const isWhole =
    from >= 0 && to > from && lines.lastIndexOf(BEGIN) === from && lines.lastIndexOf(END) === to;
  if (!isWhole) return undefined;
  const head = lines.slice(0, from).map((line) => `${line}\n`);
  return `${head.join('')}${block}${lines.slice(to + 1).join('\n')}`;
}

/** The same for nginx: a block for the `server` whose root the feed's folder is. */
export function nginxLocation(): string {
  return [
    'location ~ ^/(?:index\\.json$|schema/|v1/|v2/) {',
    ...headers.map(([name, value]) => `  add_header ${name} "${value}";`),
    '  etag on;',
    '  gzip on;',
    '  gzip_types application/json;',
    '}',
  ].join('\n');
}
