import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding, Stretch } from '../../diagnosis/report.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import { FactorClips } from '../diagnosis/factor-clips.tsx';
import { DrawnPicture } from './drawn-picture.tsx';
import { usePictures } from './use-pictures.ts';

/** Stretches beyond these keep the LIVE's cover: each picture is a quarter of a megabyte to read. */
const MOST_PICTURES = 6;

/** The stretches of a finding, each with a picture from its middle, while the recording is there. */
export function MeasuredClips({
  finding,
  session,
  measures,
}: {
  finding: Finding;
  session: Session;
  measures: RecordingMeasures;
}): JSX.Element {
  const { startedAt = 0 } = session.room;
  const { stretches } = finding;
  const middles = useMemo(
    () => stretches.slice(0, MOST_PICTURES).map((one) => middleOf(one, startedAt)),
    [stretches, startedAt],
  );
  const { pictures } = usePictures(session, measures, middles).value;
  return (
    <FactorClips
      finding={finding}
      session={session}
      pictureOf={(stretch) => {
        const picture = pictures.get(middleOf(stretch, startedAt));
        return picture === undefined ? undefined : <DrawnPicture picture={picture} />;
      }}
    />
  );
}

const middleOf = ({ from, to }: Stretch, startedAt: number): number =>
  Math.round((from + to) / 2 - startedAt);
