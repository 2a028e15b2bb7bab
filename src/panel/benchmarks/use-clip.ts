import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { levelIn } from '../../diagnosis/level-in.ts';
import { bestStretch } from '../../diagnosis/replay-cut.ts';
import { type Clip, ClipSchema } from '../../metrics/feed/category-slice.ts';
import { cutOf, recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { useApp } from '../state/app.ts';
import { ANY_FACTOR, metricOf } from './any-factor.ts';
import { type BenchmarkCase, clipOf } from './cases.ts';

/** The clip of a case that shows a factor: as its feed says, or an own LIVE's best stretch; undefined while unknown. */
export function useClip(one: BenchmarkCase, factor: string): Clip | undefined {
  const { now } = useApp();
  const own = useOwnClip(one.kind === 'own' ? one.record : undefined, factor);
  if (one.kind === 'own') return own;
  return clipOf(one.live, factor, (clip) => recordingState(clip, now.value).state === 'playable');
}

/** The stretch in which an own LIVE's factor stood highest, from its course in the archive. */
function useOwnClip(record: RoomRecord | undefined, factor: string): Clip | undefined {
  const app = useApp();
  const [clip, setClip] = useState<Clip>();
  const { sample } = app.settings.settings.value;
  useEffect(() => {
    let gone = false;
    const find = async (): Promise<void> => {
      if (record === undefined) return;
      const archive = await app.ports.archive(sample ? 'sample' : 'shop');
      const session = archive.ok ? await archive.value.session(record.id) : undefined;
      if (!gone) setClip(session === undefined ? undefined : ownClip(session, factor));
    };
    void find();
    return () => {
      gone = true;
    };
  }, [app, sample, record, factor]);
  return clip;
}

/** An own LIVE's best stretch for a factor; for GMV per hour where the factor has no course of its own. */
function ownClip(session: Session, factor: string): Clip | undefined {
  const wanted = metricOf(factor) ?? 'gmvPerHour';
  const found = bestStretch(session, wanted);
  const [metric, stretch] =
    found === undefined
      ? (['gmvPerHour', bestStretch(session, 'gmvPerHour')] as const)
      : ([wanted, found] as const);
  const cut = stretch === undefined ? undefined : cutOf(session.room, stretch);
  if (stretch === undefined || cut === undefined) return undefined;
  const { url, expiresAt } = replayOf(session.room);
  const clip = v.safeParse(ClipSchema, {
    factor: metric === wanted ? factor : ANY_FACTOR,
    metric,
    level: levelIn(session, metric, stretch),
    ...cut,
    url: url?.startsWith('https://') === true ? url : undefined,
    expiresAt,
  });
  return clip.success ? clip.output : undefined;
}
