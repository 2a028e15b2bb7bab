import type { RoomRecord } from '../../metrics/room-record.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { MINUTE_MS, type UnixMs } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { readerWords } from '../../platform/reader-words.ts';
import { shopArchive } from '../archives.ts';
import { dueReminder } from '../reminders/due-reminders.ts';
import { reminderWords } from '../reminders/reminder-words.ts';

const SIGNED_OUT_KEY = 'signedOut';
/** A LIVE counts as running while it was seen to run this lately: one round of the alarm, and some. */
const SEEN_RUNNING_MS = 35 * MINUTE_MS;
/** TikTok allows no LIVE longer than a day or so; enough rooms to hold every one that may still run. */
const RECENT_ROOMS = 5;

interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

/** Draws the toolbar badge anew: a LIVE to prepare for, else signed out, else a running one, else nothing. */
export async function refreshBadge(): Promise<void> {
  const { text, title, color } = await badge();
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
  await browser.action.setBadgeBackgroundColor({ color });
}

/** Remembers whether Seller Center took the seller for signed in, the last time it answered. */
export async function noteSignedOut(signedOut: boolean): Promise<void> {
  const stored = await browser.storage.session.get(SIGNED_OUT_KEY);
  if ((stored[SIGNED_OUT_KEY] === true) === signedOut) return;
  await browser.storage.session.set({ [SIGNED_OUT_KEY]: signedOut });
  await refreshBadge();
}

async function badge(): Promise<Badge> {
  const words = await readerWords();
  const say = (key: MessageKey): string => words.write({ key });
  // It stands there for hours at most, and then the sign for what lasts is back.
  const due = await dueReminder();
  if (due !== undefined) {
    const title = reminderWords(due, words).title;
    return { text: say('worker_badge_plan'), title, color: '#3450c8' };
  }
  const stored = await browser.storage.session.get(SIGNED_OUT_KEY);
  if (stored[SIGNED_OUT_KEY] === true) {
    return { text: '!', title: say('worker_title_signed_out'), color: '#b3261e' };
  }
  const archive = await shopArchive();
  if (anyRunning(await archive.newestRooms(RECENT_ROOMS), now())) {
    const text = say('worker_badge_live');
    return { text, title: say('worker_title_live'), color: '#1f7a4d' };
  }
  return { text: '', title: say('action_title'), color: '#5f6368' };
}

/** Whether one of the rooms runs, as far as was seen lately. */
export function anyRunning(rooms: readonly RoomRecord[], at: UnixMs): boolean {
  return rooms.some(
    ({ room, fetchedAt }) =>
      room.status === 'live' && fetchedAt !== undefined && at - fetchedAt < SEEN_RUNNING_MS,
  );
}
