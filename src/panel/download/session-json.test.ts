import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { deleteShop, openShop } from '../../archive/archive.fixture.ts';
import { row, tiktokId } from '../../archive/imports/imports.fixture.ts';
import type { Archive } from '../../archive/types.ts';
import { capturedLive } from '../../diagnosis/fixtures/captured.ts';
import { ImportIdSchema } from '../../metrics/imports.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_MS, unixMs } from '../../metrics/time.ts';
import { readGivenFile } from '../../sources/saved-live.ts';
import { derive } from '../../sources/seller-center/derive.ts';
import { livesToStage } from '../import/preview.ts';
import { simulatedApart } from '../import/simulated-apart.ts';
import { madeShop } from './report.fixture.ts';
import { sessionJson } from './session-json.ts';

const at = unixMs(madeShop.now + 100 * DAY_MS);
const about = { owner: 'shop', at };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const importId = (number: number) =>
  v.parse(ImportIdSchema, `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** An archive as the extension has it, of which nothing stays. */
async function inArchive<T>(run: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await openShop({ finish: derive });
  try {
    return await run(archive);
  } finally {
    await deleteShop(archive);
  }
}

async function add(archive: Archive, text: string, number: number): Promise<readonly string[]> {
  const answer = await readGivenFile(bytes(text), about);
  if (!answer.ok) throw new Error(answer.problem.key);
  const lives = livesToStage([{ name: 'live.json', answer }], {});
  await archive.stageImport(importId(number), lives, at);
  const states = (await archive.previewImport(importId(number))).map(({ state }) => state);
  const done = await archive.commitImport(importId(number), [{ name: 'live.json', lives: 1 }], at);
  if (!done.ok) throw new Error(done.fault.code);
  return states;
}
const stored = async (archive: Archive, { room }: Session): Promise<Session | undefined> =>
  (await archive.session(room.id)) ?? undefined;

/** LIVEs with everything that is answered, one of them captured; as of a shop of one's own. */
const lives: readonly Session[] = [
  capturedLive(),
  ...madeShop.rooms
    .slice(3, 9)
    .map(({ session: { simulated: _simulated, ...session } }) => session),
];

describe('a LIVE saved as JSON', () => {
  it('makes the same LIVE in an empty archive: figures, parts, gaps and where all is from', async () => {
    for (const live of lives) {
      const before = await inArchive(async (archive) => {
        await archive.store(live, at);
        return stored(archive, live);
      });
      expect(before?.products).toBeDefined();
      expect(before?.timeline).toBeDefined();
      const after = await inArchive(async (archive) => {
        expect(await add(archive, sessionJson(before ?? live), 1)).toEqual(['new']);
        return stored(archive, live);
      });
      expect(after).toEqual(before);
    }
  });

  it('makes the same LIVE of what an export file told, under its stand-in too', async () => {
    for (const told of [row({ gmv: '120.50' }), row({ id: tiktokId(1), views: 900 })]) {
      const { room } = told.session;
      const before = await inArchive(async (archive) => {
        await archive.stageImport(importId(1), [told], at);
        await archive.commitImport(importId(1), [], at);
        return archive.session(room.id);
      });
      if (before === undefined) throw new Error('The export was not added.');
      const after = await inArchive(async (archive) => {
        expect(await add(archive, sessionJson(before), 2)).toEqual(['new']);
        return archive.session(room.id);
      });
      expect(after).toEqual(before);
    }
  });

  it('goes with its import, and adds nothing to the LIVE that it was saved of', async () => {
    const [live = capturedLive()] = lives;
    await inArchive(async (archive) => {
      await archive.store(live, at);
      const before = await stored(archive, live);
      expect(await add(archive, sessionJson(before ?? live), 1)).toEqual(['same']);
      await archive.undoImport(importId(1), at);
      expect(await stored(archive, live)).toEqual(before);
    });
    await inArchive(async (archive) => {
      await add(archive, sessionJson(live), 1);
      await archive.undoImport(importId(1), at);
      expect(await archive.rooms()).toEqual([]);
    });
  });

  it('gives a LIVE that was only listed the parts that it lacks, and keeps them when more is answered', async () => {
    const [live = capturedLive()] = lives;
    const { room, figures, origins } = live;
    const listed = Object.fromEntries(
      Object.entries(figures).map(([id, figure]) => [
        id,
        { ...figure, origin: { ...figure.origin, at, endpoint: 'live/list', summary: true } },
      ]),
    );
    await inArchive(async (archive) => {
      const first = {
        room,
        figures: listed,
        origins: { room: { ...origins.room, how: 'fetched', endpoint: 'live/list', at } },
      } as const;
      await archive.store(first, at);
      expect(await add(archive, sessionJson(live), 1)).toEqual(['updated']);
      const whole = await stored(archive, live);
      expect(whole?.products).toEqual(live.products);
      expect(whole?.timeline).toEqual(live.timeline);
      expect(whole?.origins.timeline).toEqual(live.origins.timeline);
      expect(whole?.figures.views).toEqual(live.figures.views);
      await archive.store({ room, violations: [], origins: {} }, at);
      expect((await stored(archive, live))?.products).toEqual(live.products);
    });
  });

  it('is read like one of the terminal’s, which leaves what it doesn’t know', async () => {
    const file = JSON.stringify({ session: { ...capturedLive(), later: 1 }, shop: 'a', more: 2 });
    const read = await readGivenFile(bytes(`\ufeff ${file}`), about);
    expect(read.ok && read.rows[0]).toEqual({ row: 1, session: capturedLive(), nameless: false });
    const standIn = { ...capturedLive(), room: { id: '012345678901234567' } };
    const other = await readGivenFile(bytes(JSON.stringify({ session: standIn })), about);
    expect(other.ok && other.rows[0]).toMatchObject({ nameless: true });
    expect(isNameless(capturedLive().room.id)).toBe(false);
  });

  it('is refused with the reason where it is broken or something else', async () => {
    const reason = async (text: string) => {
      const read = await readGivenFile(bytes(text), about);
      return read.ok ? undefined : read.problem;
    };
    expect(await reason('{"session": ')).toEqual({ key: 'export_json_broken' });
    expect(await reason('[1]')).toEqual({ key: 'export_json' });
    expect(await reason('{"answers": []}')).toEqual({ key: 'export_json' });
    expect(await reason('{"session": {"version": 2}}')).toMatchObject({ key: 'export_json_field' });
  });

  it('is kept apart from LIVEs that were sold where it is simulated', async () => {
    const file = await readGivenFile(
      bytes(sessionJson({ ...capturedLive(), simulated: true })),
      about,
    );
    const { room, figures } = capturedLive();
    const known = (simulated: boolean) => [{ id: room.id, room, figures, revision: 1, simulated }];
    const refused = { ok: false, problem: { key: 'export_simulated' } };
    expect(simulatedApart(file, known(true))).toBe(file);
    expect(simulatedApart(file, known(false))).toEqual(refused);
    // What is sold later would lie beside it.
    expect(simulatedApart(file, [])).toEqual(refused);
    const real = await readGivenFile(bytes(sessionJson(capturedLive())), about);
    expect(simulatedApart(real, known(false))).toBe(real);
    expect(simulatedApart(real, [])).toBe(real);
  });
});
