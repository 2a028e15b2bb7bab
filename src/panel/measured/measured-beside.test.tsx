// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fixtureSession } from '../../diagnosis/factors/fixture.ts';
import { fixtureMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { roomId, testPorts } from '../state/ports.fixture.ts';
import { MeasuredBeside } from './measured-beside.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const session = fixtureSession();
const cut = { from: seconds(0), to: seconds(600) };
let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

/** The cells of both, by row. */
async function cells(theirs: RecordingMeasures, own: RecordingMeasures): Promise<string[][]> {
  const app = createApp(world.ports);
  const asked = {
    room: theirs.room,
    title: 'Clip',
    from: seconds(0),
    whose: { kind: 'feed', name: 'Agency', simulated: false },
  } as const;
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={{ ...app, recordings: signal({ own, past: [] }) }}>
          <MeasuredBeside asked={asked} session={session} cut={cut} part={cut} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  const question = world.asked.find(({ verb }) => verb === 'recording.measures');
  await act(async () => question?.answer({ ok: true, value: { measures: [theirs] } }));
  return [...root.querySelectorAll('tbody')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? ''),
  );
}

it('what was measured of both stands side by side, and what couldn’t be read or heard is said', async () => {
  const mute = {
    ...fixtureMeasures({ room: roomId(50), picture: () => ({ light: 23 }) }),
    sounds: [],
  };
  const silent = fixtureMeasures({
    room: session.room.id,
    sound: () => ({ loudness: null, silentShare: 1, speechShare: 0 }),
  });
  expect(await cells(mute, { ...silent, pictures: [] })).toEqual([
    ['23', 'no picture read'],
    ['no sound read', 'no loudness (silence)'],
    ['no sound read', '0%'],
  ]);
});
