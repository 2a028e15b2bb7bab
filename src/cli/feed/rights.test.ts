import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Origin } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { listEndpoint, originOfEndpoint } from '../../sources/open-api/endpoints.ts';
import { feedCommand } from './command.ts';
import { build, DAY, indexIn, shopsOf, withoutCourse, writeLines } from './feed.fixture.ts';

let folder = '';
let sessions: readonly Session[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-rights-'));
  sessions = shopsOf(5).map(withoutCourse);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);

/** The session as `npm run collect` would have written it: the list of LIVEs gave it. */
function official(session: Session): Session {
  const asked = (origin: Origin): Origin => ({
    ...origin,
    how: 'fetched',
    endpoint: originOfEndpoint(listEndpoint),
  });
  const { room, figures } = session.origins;
  return {
    ...session,
    origins: {
      ...session.origins,
      ...(room && { room: asked(room) }),
      ...(figures && { figures: asked(figures) }),
    },
  };
}

describe('LIVEs of TikTok’s Open API in a feed', { timeout: 60_000 }, () => {
  it('are refused by the names of their files until the right to publish them is confirmed', async () => {
    const own = writeLines(place('page.ndjson'), sessions.slice(10));
    const api = writeLines(place('north.ndjson'), sessions.slice(0, 10).map(official));
    let stderr = '';
    const complain = (text: string): void => {
      stderr += `${text}\n`;
    };
    const status = await feedCommand([own, api, '--out', place('refused')], {
      say: complain,
      complain,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('--rights-confirmed');
    expect(stderr).toContain('north.ndjson');
    expect(stderr).not.toContain('page.ndjson');
    expect(existsSync(place('refused'))).toBe(false);
  });

  it('are known in kept rows too, which ask for the right once more', async () => {
    const api = writeLines(place('kept.ndjson'), sessions.map(official));
    const small = ['--min-shops', '2', '--min-lives', '2', '--max-share', '0.9', '--day', DAY];
    await build(
      api,
      '--out',
      place('whole'),
      ...small,
      '--rights-confirmed',
      '--to-parquet',
      place('rows'),
    );
    let stderr = '';
    const complain = (text: string): void => {
      stderr += `${text}\n`;
    };
    const rows = ['--parquet', `${place('rows')}/*.parquet`, '--out', place('taken'), ...small];
    expect(await feedCommand(rows, { say: complain, complain })).toBe(2);
    expect(stderr).toContain('--rights-confirmed');
    expect(existsSync(place('taken'))).toBe(false);
    await build(...rows, '--rights-confirmed');
    expect(indexIn(place('taken'))).toEqual(indexIn(place('whole')));
  });

  it('are told by the index that takes them in, also while their days stay', async () => {
    const api = writeLines(place('api.ndjson'), sessions.map(official));
    const small = ['--min-shops', '2', '--min-lives', '2', '--max-share', '0.9'];
    const out = ['--out', place('feed'), '--days', '1', ...small];
    await build(api, ...out, '--day', DAY, '--rights-confirmed');
    expect(indexIn(place('feed')).openApi).toEqual({ rightsConfirmed: true });
    // Version 1 is published as it was released.
    const first: unknown = JSON.parse(readFileSync(join(place('feed'), 'index.json'), 'utf8'));
    expect(first).toMatchObject({ version: 1, successor: { openApi: { rightsConfirmed: true } } });
    expect(first).not.toHaveProperty('openApi');
    const own = writeLines(place('own.ndjson'), sessions);
    const next = await build(own, ...out, '--day', DAY);
    expect(next.kept).toBeGreaterThan(0);
    expect(indexIn(place('feed')).openApi).toEqual({ rightsConfirmed: true });
    await build(own, ...out, '--day', DAY, '--afresh');
    expect(indexIn(place('feed')).openApi).toBeUndefined();
  });
});
