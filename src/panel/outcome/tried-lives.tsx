import type { JSX } from 'preact';
import type { Plan } from '../../metrics/plan.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { toMs } from '../../metrics/time.ts';
import { Select } from '../design/select.tsx';
import { useWords, type Words } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import { triedPinned } from './tried-pinned.ts';
import type { OutcomeView } from './use-outcome.ts';

/** LIVEs that are offered: more than anyone keeps one change under test for. */
const MOST_LIVES = 25;

/** In which LIVE the plan was tried, to be put right by the seller, and in which more the change was kept. */
export function TriedLives({ plan, view }: { plan: Plan; view: OutcomeView }): JSX.Element | null {
  const words = useWords();
  const { say } = words;
  const app = useApp();
  const { tried, candidates } = view;
  if (tried === undefined) return null;
  const offered = candidates.slice(0, MOST_LIVES);
  const place = candidates.findIndex(({ id }) => id === tried.room);
  const later = candidates
    .slice(place + 1, place + 1 + MOST_LIVES)
    .filter(({ room }) => room.status !== 'live');
  const pick = (value: string): void => {
    const picked = offered.find(({ id }) => id === value);
    if (picked === undefined) return;
    void app.plans.change(plan.id, { triedIn: picked.id, keptIn: null });
    triedPinned(app, plan);
  };
  const kept = new Set(plan.keptIn ?? []);
  const keep = ({ id }: RoomRecord, on: boolean): void => {
    const ids = [...kept].filter((one) => one !== id);
    void app.plans.change(plan.id, { triedIn: tried.room, keptIn: on ? [...ids, id] : ids });
  };
  return (
    <div class="outcome-lives">
      <p class="small">
        <span class="quiet">{say(tried.picked ? 'outcome_tried' : 'outcome_tried_assumed')}</span>{' '}
        <Select
          label={say('outcome_tried')}
          value={tried.room}
          choices={(offered.some(({ id }) => id === tried.room)
            ? offered
            : [...candidates.filter(({ id }) => id === tried.room), ...offered]
          ).map((record) => ({ value: record.id, name: nameOf(record, words) }))}
          onChoose={pick}
        />
      </p>
      {later.length > 0 && (
        <details>
          <summary class="small">
            {kept.size === 0
              ? say('outcome_kept_none')
              : say('outcome_kept', { count: { kind: 'count', value: kept.size } })}
          </summary>
          <p class="small quiet">{say('outcome_kept_how')}</p>
          <ul class="outcome-kept small">
            {later.map((record) => (
              <li key={record.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={kept.has(record.id)}
                    onChange={(event) => keep(record, event.currentTarget.checked)}
                  />{' '}
                  {nameOf(record, words)}
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A LIVE as it stands in a list of choices: when it started, and its title. */
export function nameOf({ id, room }: RoomRecord, { write }: Words): string {
  const title = room.title ?? id;
  return room.startedAt === undefined
    ? title
    : `${write({
        key: 'outcome_live',
        values: {
          at: { kind: 'instant', at: toMs(room.startedAt), zone: room.zone, style: 'both' },
          title: { kind: 'text', text: title },
        },
      })}`;
}
