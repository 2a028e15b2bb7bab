import { element, fill, tableRow } from './dom.ts';
import { list, text } from './json.ts';

const faults: Readonly<Record<string, object | undefined>> = {
  'Nothing fails': undefined,
  'Signed out (302)': { kind: 'signed-out', as: 'redirect' },
  'Signed out (401)': { kind: 'signed-out', as: 'status' },
  'Signed out (login page)': { kind: 'signed-out', as: 'login-page' },
  'Signed out (98001002)': { kind: 'signed-out', as: 'code' },
  'Too many requests (429)': { kind: 'status', status: 429, retryAfter: 5 },
  'Server error (500)': { kind: 'status', status: 500 },
  'Slow (5 s)': { kind: 'slow', ms: 5000 },
  'Cut off': { kind: 'cut-off' },
  Malformed: { kind: 'malformed' },
  'Orders missing': { kind: 'missing', fields: ['main_order_cnt', 'click_order_rate_main'] },
  'Connection reset': { kind: 'reset' },
};

const feedFaults: Readonly<Record<string, object>> = {
  'Down (503)': { kind: 'status', status: 503 },
  'Gone (404)': { kind: 'status', status: 404 },
  Huge: { kind: 'feed', as: 'huge' },
  Malformed: { kind: 'malformed' },
  'Newer version': { kind: 'feed', as: 'newer-version' },
  'Older version': { kind: 'feed', as: 'older-version' },
  'Script in its text': { kind: 'feed', as: 'script-in-text' },
  'Script as an address': { kind: 'feed', as: 'script-address' },
  'Absurd figure': { kind: 'feed', as: 'absurd-figure' },
  'Leads elsewhere': { kind: 'feed', as: 'leads-elsewhere' },
};

async function send(order: object): Promise<void> {
  await fetch('/demo/control', { method: 'POST', body: JSON.stringify(order) });
  await refresh();
}

async function refresh(): Promise<void> {
  const response = await fetch('/demo/control?part=/api/');
  const state: unknown = await response.json();
  const counts = new Map<string, number>();
  for (const request of list(state, 'requests')) {
    const path = text(request, 'path') ?? '';
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  fill('requests', ...[...counts].map(([path, times]) => tableRow(path, String(times))));
  const inForce = list(state, 'rules').length;
  fill('status', inForce === 0 ? 'Nothing fails now.' : 'A fault is in force.');
}

/** Every button of a fault; the one pressed last is in force, whichever row it stands in. */
const buttons: HTMLElement[] = [];

function faultButtons(
  id: string,
  kinds: Readonly<Record<string, object | undefined>>,
  path?: string,
): void {
  const made = Object.entries(kinds).map(([label, fault]) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'false' }, label);
    button.addEventListener('click', () => {
      for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
      const rules = fault === undefined ? [] : [{ fault, path }];
      void send({ order: 'set-faults', rules });
    });
    return button;
  });
  buttons.push(...made);
  fill(id, ...made);
}
faultButtons('faults', faults);
faultButtons('feed-faults', feedFaults, '.json');
document
  .getElementById('reset')
  ?.addEventListener('click', () => void send({ order: 'reset-log' }));
void refresh();
