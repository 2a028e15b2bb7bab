import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type AudiencePart, audienceParts } from '../../metrics/audience.ts';
import { amountOf } from '../../metrics/money.ts';
import type { AudienceSplit, Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatCount, formatMoney, formatShare } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import './audience.css';

const whose = {
  viewers: 'audience_viewers',
  customers: 'audience_customers',
  impressions: 'audience_impressions',
  gmv: 'audience_gmv',
  orders: 'audience_orders',
  aov: 'audience_aov',
} as const satisfies Record<AudienceSplit['of'], MessageKey>;

const splits = {
  age: 'audience_age',
  gender: 'audience_gender',
  region: 'audience_region',
  country: 'audience_country',
  follower: 'audience_follower',
} as const satisfies Record<AudienceSplit['by'], MessageKey>;

/** Names that the reader gave, by split; other names are shown as answered. */
const names: Readonly<Partial<Record<string, MessageKey>>> = {
  'gender male': 'audience_gender_male',
  'gender female': 'audience_gender_female',
  'gender unknown': 'audience_gender_unknown',
  'follower follower': 'audience_follower_all',
  'follower old-follower': 'audience_follower_old',
  'follower new-follower': 'audience_follower_new',
  'follower not-following': 'audience_follower_none',
};

/** Codes of which TikTok doesn't say what they stand for: numbered as they are, and the number said. */
const coded: Readonly<Partial<Record<AudienceSplit['by'], MessageKey>>> = {
  age: 'audience_age_code',
  follower: 'audience_follower_code',
};
const isCode = (by: AudienceSplit['by'], name: string): boolean =>
  coded[by] !== undefined && /^\d{1,2}$/.test(name);
const hasCodes = (split: AudienceSplit): boolean =>
  audienceParts(split).some(({ name }) => isCode(split.by, name));

/** Ages and places may be many; the others stand in the CSV. */
const MOST_PARTS = 8;

/** Who watched and who bought, one split at a time. */
export function Audience({ session }: { session: Session }): JSX.Element {
  const { t } = useI18n();
  // What is named by numbers alone tells least, and comes last.
  const all = session.audience ?? [];
  const audience = [...all.filter((one) => !hasCodes(one)), ...all.filter((one) => hasCodes(one))];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const split =
    audience.find((one) => keyOf(one) === chosen) ??
    audience.find((one) => one.of === 'viewers' && !hasCodes(one)) ??
    audience[0];
  return (
    <div class="card">
      <div class="row row-apart">
        <h3>{t('performance_audience_title')}</h3>
        {split !== undefined && (
          <Select
            label={t('performance_audience_by')}
            value={keyOf(split)}
            choices={audience.map((one) => ({
              value: keyOf(one),
              name: `${t(whose[one.of])}: ${t(splits[one.by])}`,
            }))}
            onChoose={setChosen}
          />
        )}
      </div>
      {split === undefined ? (
        <p class="quiet">{t('performance_audience_none')}</p>
      ) : (
        <Parts split={split} />
      )}
    </div>
  );
}

const keyOf = ({ of, by }: AudienceSplit): string => `${of} ${by}`;

function Parts({ split }: { split: AudienceSplit }): JSX.Element {
  const { t, locale } = useI18n();
  const sorted = inOrder(split.by, audienceParts(split));
  // Shares are parts of a whole bar; of money and counts the largest one is the whole.
  const whole = sorted.some(({ share }) => share !== undefined)
    ? 1
    : Math.max(...sorted.map(weight), 1e-9);
  const parts = sorted.slice(0, MOST_PARTS);
  return (
    <>
      <ul class="parts">
        {parts.map((part) => {
          return (
            <li key={part.name} class={part.within === undefined ? undefined : 'parts-within'}>
              <span class="clip-text">{part.isRest ? t('audience_other') : nameOf(part.name)}</span>
              <span class="parts-track" aria-hidden="true">
                <i style={{ '--to': `${((weight(part) / whole) * 100).toFixed(1)}%` }} />
              </span>
              <span class="parts-figure">
                {part.share !== undefined && formatShare(part.share, locale)}
                {part.share === undefined &&
                  part.money !== undefined &&
                  formatMoney(part.money, locale, 'figure')}
                {part.share === undefined &&
                  part.money === undefined &&
                  part.value !== undefined &&
                  formatCount(part.value, locale)}
              </span>
            </li>
          );
        })}
      </ul>
      {parts.some(({ name }) => isCode(split.by, name)) && (
        <p class="quiet small">{t('performance_audience_codes')}</p>
      )}
    </>
  );

  function nameOf(name: string): string {
    const code = isCode(split.by, name) ? coded[split.by] : undefined;
    if (code !== undefined) return t(code, { code: { kind: 'text', text: name } });
    const known = names[`${split.by} ${name}`];
    return known === undefined ? name : t(known);
  }
}

const weight = ({ share, value, money }: AudiencePart): number =>
  share ?? value ?? (money === undefined ? 0 : amountOf(money));

/** Ages by age, tiers as they split each other, places by size with the rest at the end. */
function inOrder(by: AudienceSplit['by'], parts: readonly AudiencePart[]): readonly AudiencePart[] {
  if (by === 'follower') return parts;
  return parts.toSorted((a, b) => {
    if (a.isRest !== b.isRest) return a.isRest ? 1 : -1;
    return by === 'age'
      ? a.name.localeCompare(b.name, 'en', { numeric: true })
      : weight(b) - weight(a);
  });
}
