import * as v from 'valibot';
import type { Archive } from '../archive/types.ts';
import { type Picture, PictureSchema } from '../metrics/board/pinned.ts';
import type { RoomId } from '../metrics/ids.ts';
import { now } from '../platform/current-time.ts';
import { archiveOf, shopArchive } from './archives.ts';
import { currentGeneration, type DataGeneration } from './data-generation.ts';
import { faultOfFeed } from './feed/request.ts';
import { createJobs } from './rooms/jobs.ts';

/** How wide a kept picture is, and how good, from the best that may fit to the least. */
const sizes = [
  { width: 320, quality: 0.8 },
  { width: 320, quality: 0.5 },
  { width: 200, quality: 0.5 },
] as const;
/** Bytes of a cover worth reading: TikTok's are a few hundred thousand. */
const MOST_BYTES = 4_000_000;
const TIMEOUT_MS = 15_000;
/** No cover is taller for its width; what is, is cut off below. */
const MOST_TALL = 2;

const making = createJobs<void>(2);
/** Covers that this worker asked for already, so that one that is gone isn't asked for at every look. */
const asked = new Set<string>();

/**
 * Keeps a small picture of a LIVE's cover, which outlives its address. Once in a worker's life for
 * each; a cover that can't be read (gone, refused by its host, no picture) is left to its address.
 */
export async function keepPicture(
  which: 'shop' | 'sample',
  room: RoomId,
  coverUrl: string | undefined,
): Promise<void> {
  if (coverUrl === undefined || !coverUrl.startsWith('https://') || asked.has(coverUrl)) return;
  asked.add(coverUrl);
  const generation = currentGeneration();
  await making.run(`${which}/${room}`, async () => {
    const archive = await archiveOf(which);
    if ((await archive.pictures([room])).size > 0) return;
    const cover = await coverAt(coverUrl, room, generation);
    const picture = cover === undefined ? undefined : await pictureOf(cover);
    if (picture !== undefined) await generation.write(() => archive.keepPicture(room, picture));
  });
}

/** Makes what is missing of these LIVEs' pictures, from the covers that the board knows. */
export async function makeMissing(
  which: 'shop' | 'sample',
  archive: Pick<Archive, 'pinned'>,
  rooms: readonly RoomId[],
): Promise<void> {
  if (rooms.length === 0) return;
  const wanted = new Set(rooms);
  for (const { room } of await archive.pinned()) {
    if (wanted.has(room.room)) await keepPicture(which, room.room, room.coverUrl);
  }
}

/** The cover's bytes, without cookies and from nowhere else than asked; undefined where it can't be had. Each request is in the ledger. */
async function coverAt(
  address: string,
  room: RoomId,
  generation: DataGeneration,
): Promise<Blob | undefined> {
  let outcome = '';
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal: AbortSignal.any([generation.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    outcome = response.type === 'opaqueredirect' ? 'feed-redirected' : String(response.status);
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !/^image\/(jpeg|png|webp|gif|avif|svg\+xml)\b/.test(type)) {
      await response.body?.cancel();
      return undefined;
    }
    return await bytesOf(response, type);
  } catch (error) {
    outcome = navigator.onLine ? faultOfFeed(error).code : 'offline';
    return undefined;
  } finally {
    await note(address, room, outcome, generation);
  }
}

/** Reads no more than a cover should have, whatever length the answer claims. */
async function bytesOf(response: Response, type: string): Promise<Blob | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    parts.push(new Uint8Array(read.value));
  }
  return new Blob(parts, { type });
}

/** The cover made small; undefined where it is no picture. A drawing is kept as it is, where it is small. */
async function pictureOf(cover: Blob): Promise<Picture | undefined> {
  if (cover.type.startsWith('image/svg+xml')) {
    const drawing = `data:image/svg+xml,${encodeURIComponent(await cover.text())}`;
    const read = v.safeParse(PictureSchema, drawing);
    return read.success ? read.output : undefined;
  }
  for (const { width, quality } of sizes) {
    const address = await shrunk(cover, width, quality).catch(() => undefined);
    const read = v.safeParse(PictureSchema, address);
    if (read.success) return read.output;
  }
  return undefined;
}

async function shrunk(cover: Blob, width: number, quality: number): Promise<string | undefined> {
  const bitmap = await createImageBitmap(cover, { resizeWidth: width, resizeQuality: 'medium' });
  try {
    const height = Math.min(bitmap.height, width * MOST_TALL);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    context.drawImage(bitmap, 0, 0);
    const small = await canvas.convertToBlob({ type: 'image/webp', quality });
    const bytes = new Uint8Array(await small.arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `data:${small.type};base64,${btoa(text)}`;
  } finally {
    bitmap.close();
  }
}

async function note(
  address: string,
  room: RoomId,
  outcome: string,
  generation: DataGeneration,
): Promise<void> {
  const { host, pathname } = new URL(address);
  const entry = { at: now(), host, path: pathname, room, via: 'worker', outcome } as const;
  await shopArchive()
    .then((archive) => generation.write(() => archive.record(entry)))
    .catch(() => undefined);
}
