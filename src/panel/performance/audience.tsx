import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { amountOf } from '../../metrics/money.ts';
import type { AudienceSplit, Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatCount, formatMoney, formatPercent } from '../../platform/format.ts';
import { Select } from '../design/select.tsx';
import { useWords } from '../design/words.ts';
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

/** TikTok's codes that have a name; others are shown as answered. */
const codes: Readonly<Record<string, MessageKey | undefined>> = {
  'gender 20': 'audience_gender_20',
  'gender 21': 'audience_gender_21',
  'gender 22': 'audience_gender_22',
  'follower 10': 'audience_follower_10',
  'follower 11': 'audience_follower_11',
  'follower 12': 'audience_follower_12',
  'follower 13': 'audience_follower_13',
  'age 3': 'audience_age_3',
  'age 4': 'audience_age_4',
  'age 5': 'audience_age_5',
};

/** Regions can be dozens; the small ones are one tap away in the CSV. */
const MOST_PARTS = 8;

/** Who watched and who bought, one split at a time. */
export function Audience({ session }: { session: Session }): JSX.Element {
  const { say } = useWords();
  const audience = session.audience ?? [];
  const [chosen, setChosen] = useState('viewers age');
  const split = audience.find((one) => keyOf(one) === chosen) ?? audience[0];
  return (
    <div class="card">
      <div class="row row-apart">
        <h3>{say('performance_audience_title')}</h3>
        {split !== undefined && (
          <Select
            label={say('performance_audience_by')}
            value={keyOf(split)}
            choices={audience.map((one) => ({
              value: keyOf(one),
              name: `${say(whose[one.of])}: ${say(splits[one.by])}`,
            }))}
            onChoose={setChosen}
          />
        )}
      </div>
      {split === undefined ? (
        <p class="quiet">{say('performance_audience_none')}</p>
      ) : (
        <Parts split={split} />
      )}
    </div>
  );
}

const keyOf = ({ of, by }: AudienceSplit): string => `${of} ${by}`;

function Parts({ split }: { split: AudienceSplit }): JSX.Element {
  const { say, locale } = useWords();
  const weight = ({ share, value, money }: AudienceSplit['parts'][number]): number =>
    share ?? value ?? (money === undefined ? 0 : amountOf(money));
  const parts = [...split.parts].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_PARTS);
  const largest = Math.max(...parts.map(weight), 1e-9);
  const coded = split.by === 'follower' || split.by === 'age';
  return (
    <>
      <ul class="parts">
        {parts.map((part) => {
          const code = codes[`${split.by} ${part.name}`];
          return (
            <li key={part.name}>
              <span class="clip-text">{code === undefined ? part.name : say(code)}</span>
              <span class="parts-track" aria-hidden="true">
                <i style={{ '--to': `${((weight(part) / largest) * 100).toFixed(1)}%` }} />
              </span>
              <span class="parts-figure">
                {part.share !== undefined && formatPercent(part.share, locale)}
                {part.share === undefined &&
                  part.money !== undefined &&
                  formatMoney(part.money, locale, true)}
                {part.share === undefined &&
                  part.money === undefined &&
                  part.value !== undefined &&
                  formatCount(part.value, locale)}
              </span>
            </li>
          );
        })}
      </ul>
      {coded && <p class="quiet small">{say('performance_audience_codes')}</p>}
    </>
  );
}
