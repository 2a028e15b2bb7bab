import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { livesInTime } from '../../diagnosis/over-time/live-in-time.ts';
import { NOW_IN_TIME } from '../../diagnosis/over-time/records.fixture.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { seconds } from '../../metrics/time.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import type { OverTime } from '../state/over-time.ts';

const sentences: Record<string, { message: string }> = messages;

/** The words of pictures over time in a test. */
export const pictureWords = i18nOf(writer((key) => sentences[key]?.message, 'en'));

/** LIVEs of one account, newest first, as pictures over time are given them. */
export function pictured(records: readonly [RoomRecord, ...RoomRecord[]]): OverTime {
  const now = NOW_IN_TIME;
  return {
    of: records[0],
    lives: livesInTime(records[0], records, { choices: defaultSettings, now }),
    takenOut: [],
    zone: { offset: seconds(0), name: 'UTC' },
    now,
  };
}
