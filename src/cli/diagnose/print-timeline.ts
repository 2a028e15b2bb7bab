import type { ChangePoint } from '../../diagnosis/course/change-points.ts';
import type { QuietStretch } from '../../diagnosis/course/quiet/quiet.ts';
import type { Report } from '../../diagnosis/report.ts';
import { percent, timeOf, words } from '../../diagnosis/text/wording.ts';
import type { TimelineReport } from '../../diagnosis/timeline-report.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { TerminalKey, TerminalWriter } from '../text.ts';
import { mixLines } from './print-mix.ts';
import { pinLines } from './print-pins.ts';
import { slotLines } from './print-slots.ts';
import { wrap } from './wrap.ts';

type Write = TerminalWriter['write'];

/** How the LIVE went, a section a part but for the pace, then what each part needs that can't be told. */
export function timelineSections(
  { timeline, currency }: Report,
  { room: { zone } }: Session,
  write: Write,
): readonly string[][] {
  const { changes, quiet, pins, presenters, slots, mix } = timeline;
  const mixes = [mix.source, mix.product].flatMap((one) =>
    one.state === 'told' ? mixLines(one.value, currency, write) : [],
  );
  return [
    changes.state === 'told' ? changeLines(changes.value, write) : [],
    quiet.state === 'told' ? quietLines(quiet.value, write) : [],
    presenters.state === 'told'
      ? [
          write({ key: 'panel_hosts' }),
          ...presenters.value.flatMap(({ name, spans }) =>
            spans.flatMap(({ from, to }) =>
              wrap(
                write({
                  key: 'panel_hosts_span',
                  values: { host: words(name), from: timeOf(from, zone), to: timeOf(to, zone) },
                }),
              ),
            ),
          ),
        ]
      : [],
    slots.state === 'told' ? slotLines(slots.value, currency, write) : [],
    pins.state === 'told' ? pinLines(pins.value, { currency, zone }, write) : [],
    mixes.length > 0 ? [write({ key: 'panel_mix' }), ...mixes] : [],
    untoldLines(timeline, write),
  ];
}

function changeLines(changes: readonly ChangePoint[], write: Write): string[] {
  const beside = changes.find(({ happened }) => happened.length > 0);
  const share = percent(Math.round((beside?.coincidence ?? 0) * 100) / 100);
  return [
    write({ key: 'panel_changes' }),
    ...(changes.length === 0 ? wrap(write({ key: 'panel_changes_none' })) : []),
    ...changes.flatMap((change) => told(change, write)),
    ...(beside === undefined
      ? []
      : wrap(write({ key: 'panel_changes_coincidence', values: { share } }))),
  ];
}

function quietLines(stretches: readonly QuietStretch[], write: Write): string[] {
  return [
    write({ key: 'factor_quietStretch_title' }),
    ...(stretches.length === 0 ? wrap(write({ key: 'factor_quietStretch_briefNone' })) : []),
    ...stretches.flatMap((stretch) => told(stretch, write)),
  ];
}

/** What was seen, and what it came to in money. */
const told = ({ text, cost }: { readonly text: Text; readonly cost?: Text }, write: Write) =>
  wrap([text, ...(cost === undefined ? [] : [cost])].map(write).join(' '));

/** Why a part can't be told, each by its name; that no pace is told of an ended LIVE goes without saying. */
function untoldLines({ mix, ...timeline }: TimelineReport, write: Write): string[] {
  const { changes, quiet, pins, presenters, slots, pace } = timeline;
  const parts = [
    ['panel_pace', pace],
    ['panel_changes', changes],
    ['factor_quietStretch_title', quiet],
    ['panel_hosts', presenters],
    ['panel_times', slots],
    ['panel_pins', pins],
    ['cli_mix_source', mix.source],
    ['cli_mix_product', mix.product],
  ] as const satisfies readonly (readonly [TerminalKey, { readonly state: string }])[];
  const lines = parts.flatMap(([key, part]) =>
    part.state === 'untold' && part.needs.key !== 'pace_over'
      ? wrap(`${write({ key })}: ${write(part.needs)}`)
      : [],
  );
  return lines.length === 0 ? [] : [write({ key: 'cli_timeline_untold' }), ...lines];
}
