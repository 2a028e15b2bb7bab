// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { partOrigin } from '../../archive/parts.fixture.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { ReadingsView } from './readings-view.tsx';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const id = roomId(53);

let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

const read = (at: UnixMs, views: number, likes?: number) => {
  const origin = partOrigin('core/stats', at);
  const part = {
    room: { id },
    figures: {
      views: { value: views, origin },
      ...(likes === undefined ? {} : { likes: { value: likes, origin } }),
    },
    origins: { figures: origin },
  };
  return world.archive.store(part, at);
};

const show = async (): Promise<void> => {
  const record = await world.archive.room(id);
  if (record === undefined) throw new Error('no LIVE');
  render(
    <AppContext.Provider value={createApp(world.ports)}>
      <I18nContext.Provider value={words}>
        <ReadingsView of={record} />
      </I18nContext.Provider>
    </AppContext.Provider>,
    root,
  );
  await settle(() => root.querySelector('.readings li') !== null);
};

describe('the readings of a LIVE', () => {
  it('say what moved from one to the next, newest first', async () => {
    await read(NOW, 1_200);
    await read(unixMs(NOW + 120_000), 1_350, 80);
    await show();
    const items = [...root.querySelectorAll('.readings > li')].map(
      ({ textContent }) => textContent,
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('Views: 1,200 → 1,350');
    expect(items[0]).toContain('Likes: 80, new');
    expect(items[1]).toContain('First read: 1 figure');
    expect(root.textContent).not.toContain('Nothing has moved');
  });

  it('call the first one alone the first, and say of another that it changed nothing', async () => {
    await read(NOW, 1_200);
    // What is worked out of other figures isn't told.
    const later = unixMs(NOW + 60_000);
    const origin = partOrigin('core/stats', later);
    const likes = { value: 4, origin, derivedFrom: ['views'] };
    await world.archive.store({ room: { id }, figures: { likes }, origins: {} }, later);
    await show();
    const items = [...root.querySelectorAll('.readings > li')].map(
      ({ textContent }) => textContent,
    );
    expect(items).toEqual([
      expect.stringContaining('No figure changed.'),
      expect.stringContaining('First read: 1 figure'),
    ]);
  });

  it('say so where there is one alone', async () => {
    await read(NOW, 1_200);
    await show();
    expect(root.textContent).toContain('Read once. Nothing has moved since.');
  });
});
