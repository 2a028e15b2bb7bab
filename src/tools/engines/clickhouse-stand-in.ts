import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openChdbSession } from '../../cli/feed/engines/chdb.ts';

/**
 * A process that stands in for a ClickHouse server: its HTTP interface on this machine alone, over the embedded
 * engine, for the user and password of its environment. Tells its port to its parent, and ends with it. It speaks
 * what `@clickhouse/client` asks of it: statements with typed parameters and settings, and inserts of a body.
 */
const folder = mkdtempSync(join(tmpdir(), 'clickhouse-stand-in-'));
const session = openChdbSession(join(folder, 'data'));
const { CLICKHOUSE_USER: user = 'default', CLICKHOUSE_PASSWORD: password = '' } = process.env;
let before: Promise<unknown> = Promise.resolve();

const server = createServer((request, response) => {
  // A session has one database at a time.
  before = before.then(() => answer(request, response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.once('disconnect', () => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  const body = await buffer(request);
  if (request.headers.authorization !== `Basic ${basic}`)
    return refuse(response, 403, 516, 'Authentication failed (AUTHENTICATION_FAILED)');
  const { searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  try {
    await session.queryAsync(`use ${searchParams.get('database') ?? 'default'}`, json);
    const sql = searchParams.get('query');
    response.end(sql === null ? await run(body.toString(), searchParams) : await insert(sql, body));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    refuse(response, 500, Number(/^Code: (\d+)/.exec(message)?.[1] ?? 0), message);
  }
}

const json = { format: 'JSONEachRow' } as const;

async function run(sql: string, asked: URLSearchParams): Promise<string> {
  const values = [...asked].flatMap(([name, value]) =>
    name.startsWith('param_') ? [[name.slice('param_'.length), value]] : [],
  );
  const answered =
    values.length === 0
      ? await session.queryAsync(sql, json)
      : await session.queryBindAsync(sql, Object.fromEntries(values), json);
  return answered.text();
}

async function insert(sql: string, body: Buffer): Promise<string> {
  const [, table, format] = /^insert into (\S+) .*format (\w+)\s*$/is.exec(sql) ?? [];
  if (format === 'Parquet') {
    const path = join(folder, 'body.parquet');
    writeFileSync(path, body);
    await session.queryAsync(`insert into ${table} select * from file('${path}', Parquet)`, json);
  } else await session.queryAsync(`${sql}\n${body.toString()}`, json);
  return '';
}

function refuse(response: ServerResponse, status: number, code: number, message: string): void {
  response.writeHead(status, { 'X-ClickHouse-Exception-Code': String(code) });
  response.end(message.startsWith('Code:') ? message : `Code: ${code}. DB::Exception: ${message}`);
}
