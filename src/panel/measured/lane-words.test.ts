import { expect, it } from 'vitest';
import { fixtureSession, START } from '../../diagnosis/factors/fixture.ts';
import { fixtureMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { englishWords } from '../download/report.fixture.ts';
import { measuredCourse } from '../state/measured-course.ts';
import { laneWords } from './lane-words.ts';

const session = fixtureSession({ room: { endedAt: START + 7200, duration: 7200 } });
const minute = (at: number): string => String(Math.round((at - START) / 60));

/** The lane of loudness, and its sentences, with minutes of the LIVE for times of day. */
function loudness(own: RecordingMeasures) {
  const lane = measuredCourse({ own, past: [] }, session, { findings: [] }).find(
    ({ of }) => of === 'loudness',
  );
  return lane && { lane, words: laneWords(lane, minute, englishWords) };
}

const silent = { loudness: null, silentShare: 1 };

it('silence is told apart from what wasn’t measured', () => {
  const all = fixtureMeasures({ sound: (at) => (at >= 10 && at < 20 ? silent : {}) });
  const own = { ...all, sounds: all.sounds.filter(({ second }) => second < 60 * 60) };
  const { lane, words } = loudness(own) ?? expect.fail('no lane');
  expect(lane.samples).toHaveLength(50);
  // Silence is drawn as such, and what wasn’t measured isn’t drawn.
  expect(lane.runs.map((run) => run.length)).toEqual([60]);
  expect(lane.runs[0]?.[15]?.value).toBe(lane.low);
  expect(lane.silences).toEqual([{ from: START + 573, to: START + 1173 }]);
  expect(lane.gaps).toEqual([{ from: START + 3573, to: START + 7200 }]);
  expect(words).toBe(
    'Loudness: typically −18, lowest −18 at 0. Silent for 10 min in all, the longest from 10 to 20. ' +
      'Not measured for 1 hr in all, the longest from 60 to 120.',
  );
});

it('a replay that is silent throughout says that', () => {
  const { lane, words } = loudness(fixtureMeasures({ sound: () => silent })) ?? expect.fail();
  expect(lane.gaps).toEqual([]);
  expect(words).toMatch(/^Loudness: no sound where it was measured\. Silent for 2 hr in all/);
  expect(loudness(fixtureMeasures({ parts: { sounds: [] } }))).toBeUndefined();
});
