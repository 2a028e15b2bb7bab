import { askFor, askForLives } from './ask.ts';
import { element, fill } from './dom.ts';
import { list, number, text } from './json.ts';
import {
  forget,
  showCore,
  showEvents,
  showInfo,
  showProducts,
  showSources,
  showTrends,
} from './show.ts';
import { moment } from './write.ts';

const AGAIN_MS = 15_000;
let room = roomInAddress();
let again: ReturnType<typeof setTimeout> | undefined;

function roomInAddress(): string {
  return new URLSearchParams(location.search).get('room_id') ?? '';
}

/** Asks for one part and draws it, unless the page has moved on to another room meanwhile. */
async function part(ask: (room: string) => Promise<unknown>, show: (answer: unknown) => void) {
  const asked = room;
  try {
    const answer = await ask(asked);
    if (asked === room) show(answer);
  } catch (error) {
    if (asked !== room) return;
    fill(
      'status',
      `Some figures could not be read. ${error instanceof Error ? error.message : ''}`,
    );
  }
}

async function open(): Promise<void> {
  clearTimeout(again);
  fill('status');
  forget();
  markCurrent();
  await Promise.all([
    part(askFor.info, showInfo),
    part(askFor.core, showCore),
    part(askFor.trends, showTrends),
    part(askFor.products, showProducts),
    part(askFor.sources, showSources),
    part(askFor.events, showEvents),
    part(askFor.portraits, () => undefined),
    part(askFor.status, keepUp),
  ]);
}

/** A running LIVE is asked for again and again, as the real page does. */
function keepUp(status: unknown): void {
  clearTimeout(again);
  if (number(status, 'data', 'status') !== 1) return;
  again = setTimeout(() => {
    void Promise.all([
      part(askFor.core, showCore),
      part(askFor.trends, showTrends),
      part(askFor.products, showProducts),
      part(askFor.status, keepUp),
    ]);
  }, AGAIN_MS);
}

function markCurrent(): void {
  for (const link of document.querySelectorAll('#rooms a')) {
    if (link.getAttribute('data-room') === room) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Moves to another room without loading the page again. */
function go(to: string): void {
  const address = new URL(location.href);
  address.searchParams.set('room_id', to);
  history.pushState(null, '', address);
  room = to;
  void open();
}

async function switcher(): Promise<void> {
  const answer = await askForLives(20);
  const lives = list(answer, 'data', 'segments', 0, 'timed_lists', 0, 'stats');
  fill(
    'rooms',
    ...lives.map((live) => {
      const id = text(live, 'live_id') ?? '';
      const link = element(
        'a',
        { href: `?room_id=${id}`, 'data-room': id },
        text(live, 'live_name') ?? id,
        element('small', {}, moment(number(live, 'start_timestamp'))),
      );
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go(id);
      });
      return element('li', {}, link);
    }),
  );
  markCurrent();
}

window.addEventListener('popstate', () => {
  room = roomInAddress();
  void open();
});
void open();
switcher().catch(() => fill('rooms', element('li', {}, 'The LIVEs could not be read.')));
