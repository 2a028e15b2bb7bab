import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Finding, Fix, Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { MoneyDetail, TextValue } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { RichMessage } from '../design/rich-message.tsx';
import { ClipsLink } from '../diagnosis/benchmark-clips.tsx';
import { FactorClips } from '../diagnosis/factor-clips.tsx';
import { FactorDetail } from '../diagnosis/factor-detail.tsx';
import { surenessWord } from '../diagnosis/sureness.ts';
import { formatAmount } from '../figures.ts';
import { AddFinding } from '../plan/add-to-plan.tsx';
import { Narrative } from '../potential/narrative.tsx';
import './fix.css';

/** What to fix first with its deed, money and reasons, and the next ones in a line each. */
export function FixFirst({ report, session }: { report: Report; session: Session }): JSX.Element {
  const [first, ...further] = report.fixes;
  return (
    <div class="fix">
      {first === undefined ? (
        <div class="card fix-none">
          <Narrative report={report} />
        </div>
      ) : (
        <First key={first.id} fix={first} report={report} session={session} />
      )}
      <Further fixes={further} report={report} session={session} />
    </div>
  );
}

const findingOf = ({ factor }: Fix, { findings }: Report): Finding | undefined =>
  findings.find((finding) => finding.factor === factor);

function First({
  fix,
  report,
  session,
}: {
  fix: Fix;
  report: Report;
  session: Session;
}): JSX.Element {
  const { t, write } = useI18n();
  const open = useSignal(false);
  const { how } = fix;
  const finding = findingOf(fix, report);
  const deed = { kind: 'phrase', phrase: fix.deed } as const;
  const title = `fix-${fix.id}`;
  const isLoss = report.verdict.side !== 'above';
  return (
    <section class="card fix-first" aria-labelledby={title}>
      <div class="fix-head">
        <h3 id={title}>{t(isLoss ? 'verdict_fix_first' : 'verdict_gain_first', { deed })}</h3>
        <Money fix={fix} report={report} />
      </div>
      <Interval fix={fix} report={report} />
      {how !== undefined && <p class="fix-deed">{write(how)}</p>}
      <div class="fix-acts">
        {finding !== undefined && (
          <>
            <FactorClips finding={finding} session={session} />
            <ClipsLink finding={finding} text="verdict_clips" />
          </>
        )}
        <span class="fix-buttons">
          <Button
            look="link"
            aria-label={t('verdict_why_label', { deed })}
            aria-expanded={open.value}
            aria-controls={open.value ? `${title}-why` : undefined}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {t('verdict_why')}
          </Button>
          {finding !== undefined && <AddFinding finding={finding} report={report} look="primary" />}
        </span>
      </div>
      {open.value && (
        <div id={`${title}-why`} class="fix-why">
          <Why fix={fix} report={report} session={session} isFirst />
        </div>
      )}
    </section>
  );
}

/** Why a thing is to be fixed; under the card of the first one without what stands there. */
function Why({
  fix,
  report,
  session,
  isFirst = false,
}: {
  fix: Fix;
  report: Report;
  session: Session;
  isFirst?: boolean;
}): JSX.Element {
  const finding = findingOf(fix, report);
  return (
    <>
      {fix.note === undefined && isFirst && <Narrative report={report} />}
      {fix.note !== undefined && (
        <p class="fix-note">
          <RichMessage text={fix.note} />
        </p>
      )}
      {finding !== undefined && (
        <FactorDetail finding={finding} report={report} session={session} isFirst={isFirst} />
      )}
    </>
  );
}

function Further({
  fixes,
  report,
  session,
}: {
  fixes: readonly Fix[];
  report: Report;
  session: Session;
}): JSX.Element | null {
  const { t, write } = useI18n();
  const open = useSignal<string | undefined>(undefined);
  if (fixes.length === 0) return null;
  return (
    <ol class="fix-further" aria-label={t('verdict_further')}>
      {fixes.map((fix, place) => {
        const { id, deed } = fix;
        const isOpen = open.value === id;
        return (
          <li key={id}>
            <button
              type="button"
              class="fix-line"
              aria-expanded={isOpen}
              onClick={() => {
                open.value = isOpen ? undefined : id;
              }}
            >
              <span class="fix-number" aria-hidden="true">
                {place + 2}
              </span>
              <span class="clip-text">{write(deed)}</span>
              <Money fix={fix} report={report} />
              <Icon name="chevron" size={14} />
            </button>
            {isOpen && (
              <>
                <Interval fix={fix} report={report} />
                <Why fix={fix} report={report} session={session} />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Money({ fix: { money, atLeast }, report }: { fix: Fix; report: Report }): JSX.Element {
  const { t } = useI18n();
  const amount = useAmount(report);
  return (
    <b class="fix-money">
      {atLeast
        ? t('verdict_money_least', { money: amount(money.low ?? money.value, 'bound') })
        : t('verdict_money', { money: amount(money.value, 'estimate') })}
    </b>
  );
}

/** The range of the money, and how sure it is that there is any. */
function Interval({
  fix: { money, sureness },
  report,
}: {
  fix: Fix;
  report: Report;
}): JSX.Element | null {
  const words = useI18n();
  const amount = useAmount(report);
  const { low, high } = money;
  if (low === undefined || high === undefined) return null;
  const ends = { low: amount(low, 'bound'), high: amount(high, 'bound') };
  const sure = surenessWord(sureness, words);
  return (
    <p class="fix-interval">
      {sure === undefined
        ? words.t('verdict_interval_alone', ends)
        : words.t('verdict_interval', { ...ends, sure: { kind: 'text', text: sure } })}
    </p>
  );
}

function useAmount({ currency }: Report): (value: number, detail: MoneyDetail) => TextValue {
  const { locale } = useI18n();
  return (value, detail) => ({
    kind: 'text',
    text: formatAmount(value, { currency, locale, detail }),
  });
}
