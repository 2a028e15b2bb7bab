import type { RecordingJudgeOf } from '../factor.ts';
import { judgeRecording } from './judge-recording.ts';
import { measuredLive, type RecordingsMeasured } from './measured-live.ts';

/** What judges a LIVE by what was measured of its recording and of earlier ones. */
export const recordingJudgeOf =
  (recordings: RecordingsMeasured): RecordingJudgeOf =>
  (session, changes) => {
    const live = measuredLive(session, recordings, changes);
    return { judge: (plan) => judgeRecording(session, live, plan) };
  };
