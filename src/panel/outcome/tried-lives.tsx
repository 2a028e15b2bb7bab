import type { JSX } from 'preact';
import { MOST_KEPT, type Plan } from '../../metrics/board/plan.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { hasEnded } from '../../metrics/live/length.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { datedName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import type { OutcomeView } from '../state/use-outcome.ts';

/** LIVEs that are offered: more than anyone keeps one change under test for. */
const MOST_LIVES = 25;

/** In which LIVE the plan was tried, to be put right by the seller, and in which more the change was kept. */
export function TriedLives({ plan, view }: { plan: Plan; view: OutcomeView }): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const { tried, candidates } = view;
  if (candidates.length === 0 && tried === undefined) return null;
  const offered = candidates.slice(0, MOST_LIVES);
  const kept = new Set(plan.keptIn ?? []);
  const later = laterLives(candidates, tried?.room, kept);
  const isTried = ({ id }: ListedRoom): boolean => id === tried?.room;
  const further = offered.some(isTried) ? [] : candidates.filter(isTried);
  const assumed = tried?.picked === false;
  const pick = (value: string): void => {
    const picked = offered.find(({ id }) => id === value);
    if (picked === undefined) return;
    const others = [...kept].filter((id) => id !== picked.id);
    void app.plans.change(plan.id, { triedIn: picked.id, keptIn: others });
  };
  const keep = ({ id }: ListedRoom, on: boolean): void => {
    const ids = [...kept].filter((one) => one !== id);
    if (tried === undefined) return;
    void app.plans.change(plan.id, { triedIn: tried.room, keptIn: on ? [...ids, id] : ids });
  };
  return (
    <div class="outcome-lives">
      <p class="small">
        <span class="quiet">{t(assumed ? 'outcome_tried_assumed' : 'outcome_tried')}</span>{' '}
        <Select
          label={t('outcome_tried')}
          value={tried?.room ?? ''}
          choices={[
            ...(tried === undefined ? [{ value: '', name: t('outcome_tried_none') }] : []),
            ...[...further, ...offered].map((record) => ({
              value: record.id,
              name: datedName(record.room, words),
            })),
          ]}
          onChoose={pick}
        />
      </p>
      {later.length > 0 && (
        <Disclosure
          summary={
            kept.size === 0
              ? t('outcome_kept_none')
              : t('outcome_kept', { count: { kind: 'count', value: kept.size } })
          }
        >
          <p class="small quiet">{t('outcome_kept_how')}</p>
          <ul class="outcome-kept small">
            {later.map((record) => (
              <li key={record.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={kept.has(record.id)}
                    disabled={!kept.has(record.id) && kept.size >= MOST_KEPT}
                    onChange={(event) => keep(record, event.currentTarget.checked)}
                  />{' '}
                  {datedName(record.room, words)}
                </label>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** The LIVEs after the first, and whichever else is told as one where the change was kept. */
function laterLives(
  candidates: readonly ListedRoom[],
  tried: RoomId | undefined,
  kept: ReadonlySet<RoomId>,
): readonly ListedRoom[] {
  if (tried === undefined) return [];
  const place = candidates.findIndex(({ id }) => id === tried);
  return candidates.filter(
    ({ id, room }, at) =>
      hasEnded(room) && id !== tried && (kept.has(id) || (at > place && at <= place + MOST_LIVES)),
  );
}
