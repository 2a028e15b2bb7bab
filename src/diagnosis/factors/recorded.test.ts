import { describe, expect, it } from 'vitest';
import {
  type FixtureMeasures,
  fixtureMeasures,
  pastMeasures,
} from '../../metrics/recording/measures.fixture.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { recordingJudgeOf } from '../recording/recording-judge.ts';
import { fixtureInput, fixtureSession, START, series } from './fixture.ts';
import { factors } from './index.ts';
import { type RecordedFactor, recordedFactors } from './recorded.fixture.ts';

const camel = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A LIVE of two hours with one product pinned throughout, and far fewer clicks from 60 to 80 minutes. */
const session = fixtureSession({
  pins: [{ product: '1', startedAt: START, endedAt: START + 7200 }],
  timeline: {
    interval: 300,
    series: [
      series(
        'productClicks',
        'amount',
        Array.from({ length: 24 }, (_, place) => (place >= 12 && place < 16 ? 10 : 60)),
      ),
    ],
  },
});

function outcome(
  { id }: RecordedFactor,
  measures: FixtureMeasures,
  past: readonly RecordingMeasures[] = [],
) {
  const factor = factors.find((one) => one.id === id) ?? expect.fail(`no factor ${id}`);
  const own = fixtureMeasures(measures);
  return factor.evaluate({
    ...fixtureInput(session),
    recording: recordingJudgeOf({ own, past })(session, () => []),
  });
}

const ordinary = pastMeasures(5);

describe.each(recordedFactors)('$id, $brief', (row) => {
  const { id, bad, brief, untold, isStated } = row;

  it('finds the minutes beside own LIVEs, within one measure, with a deed', () => {
    const found = outcome(row, bad, ordinary);
    expect(found).toMatchObject({
      state: 'gap',
      brief: { key: `factor_${camel(id)}_${brief}` },
      advice: { key: expect.stringMatching(`factor_${camel(id)}_advice`) },
    });
    const [stretch, ...others] = found.state === 'gap' ? (found.stretches ?? []) : [];
    expect(others).toEqual([]);
    expect(Math.abs((stretch?.from ?? 0) - (START + 3600))).toBeLessThanOrEqual(60);
    expect(Math.abs((stretch?.to ?? 0) - (START + 4800))).toBeLessThanOrEqual(60);
  });

  it('holds these minutes against the rest of the LIVE', () => {
    const found = outcome(row, bad, ordinary);
    const minutes = found.state === 'gap' ? found.minutes : undefined;
    expect(minutes?.figures).toMatchObject([{ series: 'productClicks', reading: 'fewer' }]);
  });

  it('is judged by the stated line, or asks for own LIVEs, where too few were measured', () => {
    expect(outcome(row, bad, pastMeasures(4)).state).toBe(
      isStated ? 'gap' : id === 'speech-tempo' ? 'scarce' : 'fine',
    );
  });

  it('is fine where nothing stands out', () => {
    expect(outcome(row, {}, ordinary)).toMatchObject({ state: 'fine' });
  });

  it('finds nothing in what own LIVEs usually are like, but says what the stated line would', () => {
    const found = outcome(row, bad, pastMeasures(6, bad));
    if (id === 'pin-without-voice') expect(found.state).toBe('gap');
    else {
      expect(found).toMatchObject({ state: 'fine' });
      const told = found.state === 'fine' ? found.brief.key : undefined;
      expect(told).toBe(isStated ? 'factor_recording_briefUsual' : 'factor_recording_briefFine');
    }
  });

  it('tells of no single measure', () => {
    const { picture, sound } = bad;
    const once = (measure: ((minute: number) => object) | undefined) => (minute: number) =>
      minute === 60 ? (measure?.(minute) ?? {}) : {};
    expect(outcome(row, { picture: once(picture), sound: once(sound) }, ordinary).state).toBe(
      'fine',
    );
  });

  it('names what is missing', () => {
    expect(outcome(row, untold, ordinary)).toMatchObject({ state: 'missing' });
    const factor = factors.find((one) => one.id === id) ?? expect.fail(`no factor ${id}`);
    expect(factor.evaluate(fixtureInput(session))).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_recording_needs' },
    });
  });
});

it('pins that aren’t known can’t be held against what was heard', () => {
  const factor = factors.find(({ id }) => id === 'pin-without-voice') ?? expect.fail('no factor');
  const bare = fixtureSession();
  const recording = recordingJudgeOf({ own: fixtureMeasures(), past: [] })(bare, () => []);
  expect(factor.evaluate({ ...fixtureInput(bare), recording })).toMatchObject({
    state: 'missing',
    needs: { key: 'factor_pinWithoutVoice_needsPins' },
  });
});

it('pins shorter than what one piece of sound stands for are said, and are no lack of sound', () => {
  const factor = factors.find(({ id }) => id === 'pin-without-voice') ?? expect.fail('no factor');
  const pins = Array.from({ length: 100 }, (_, place) => ({
    product: '1',
    startedAt: START + place * 60 + 5,
    endedAt: START + place * 60 + 50,
  }));
  const short = fixtureSession({ pins });
  const recording = recordingJudgeOf({ own: fixtureMeasures(), past: [] })(short, () => []);
  expect(factor.evaluate({ ...fixtureInput(short), recording })).toMatchObject({
    state: 'missing',
    needs: { key: 'factor_pinWithoutVoice_needsLonger' },
  });
});
