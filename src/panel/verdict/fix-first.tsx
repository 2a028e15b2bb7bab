import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Estimate, Finding, Report } from '../../diagnosis/report.ts';
import { stepWords } from '../../diagnosis/text/step-words.ts';
import type { Session } from '../../metrics/session.ts';
import type { MoneyDetail, TextValue } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { RichMessage } from '../design/rich-message.tsx';
import { ClipsLink } from '../diagnosis/benchmark-clips.tsx';
import { FactorClips } from '../diagnosis/factor-clips.tsx';
import { FactorDetail } from '../diagnosis/factor-detail.tsx';
import { surenessText } from '../diagnosis/sureness.ts';
import { formatAmount } from '../figures.ts';
import { AddFinding } from '../plan/add-to-plan.tsx';
import { Narrative } from '../potential/narrative.tsx';

/** Things to fix that stand on the first screen, the first one in a card. */
const SHOWN = 3;

/** A finding that is worth money. */
interface Costly extends Finding {
  readonly money: Estimate;
}

/** What to fix first with its deed, money and reasons, and the next ones in a line each, the pins among them. */
export function FixFirst({ report, session }: { report: Report; session: Session }): JSX.Element {
  const [first, ...further] = report.findings.filter(isCostly).slice(0, SHOWN);
  if (first === undefined) {
    return (
      <div class="fix">
        <div class="card fix-none">
          <Narrative report={report} />
        </div>
      </div>
    );
  }
  return (
    <div class="fix">
      <First finding={first} report={report} session={session} />
      <Further findings={further} report={report} session={session} />
    </div>
  );
}

const isCostly = (finding: Finding): finding is Costly =>
  finding.state === 'gap' && finding.money !== undefined;

/** What to do as a title, by the step that the finding carries. */
const deedOf = ({ step, title }: Finding): TextValue =>
  step === undefined
    ? { kind: 'phrase', phrase: title }
    : { kind: 'message', message: stepWords[step].deed };

function First({
  finding,
  report,
  session,
}: {
  finding: Costly;
  report: Report;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const id = useId();
  const open = useSignal(false);
  const deed = deedOf(finding);
  const isLoss = report.verdict.side !== 'above';
  return (
    <section class="card fix-first" aria-labelledby={`${id}-title`}>
      <div class="fix-head">
        <h3 id={`${id}-title`}>
          {t(isLoss ? 'verdict_fix_first' : 'verdict_gain_first', { deed })}
        </h3>
        <Money money={finding.money} report={report} />
      </div>
      <Interval money={finding.money} sureness={finding.sureness} report={report} />
      {finding.step !== undefined && <p class="fix-deed">{t(stepWords[finding.step].how)}</p>}
      <div class="fix-acts">
        <FactorClips finding={finding} session={session} />
        <ClipsLink finding={finding} text="verdict_clips" />
        <span class="fix-buttons">
          <Button
            look="link"
            aria-label={t('verdict_why_label', { deed })}
            aria-expanded={open.value}
            aria-controls={open.value ? `${id}-why` : undefined}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {t('verdict_why')}
          </Button>
          <AddFinding finding={finding} report={report} look="primary" />
        </span>
      </div>
      {open.value && (
        <div id={`${id}-why`} class="fix-why">
          <Narrative report={report} />
          <FactorDetail finding={finding} report={report} session={session} isFirst />
        </div>
      )}
    </section>
  );
}

/** A thing to fix after the first one, in a line that unfolds. */
interface FurtherFix {
  readonly id: string;
  readonly deed: TextValue;
  readonly money: Estimate;
  readonly sureness: number | undefined;
  readonly detail: () => JSX.Element;
}

function Further({
  findings,
  report,
  session,
}: {
  findings: readonly Costly[];
  report: Report;
  session: Session;
}): JSX.Element | null {
  const { t } = useI18n();
  const open = useSignal<string | undefined>(undefined);
  const all = [...findings.map(ofFinding), ...misplacedPin(report)].sort(
    (a, b) => b.money.value - a.money.value,
  );
  if (all.length === 0) return null;
  return (
    <ol class="fix-further" aria-label={t('verdict_further')}>
      {all.map(({ id, deed, money, sureness, detail }, place) => {
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
              <span class="clip-text">{t('factor_shared_cell', { value: deed })}</span>
              <Money money={money} report={report} />
              <Icon name="chevron" size={14} />
            </button>
            {isOpen && (
              <>
                <Interval money={money} sureness={sureness} report={report} />
                {detail()}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );

  function ofFinding(finding: Costly): FurtherFix {
    return {
      id: finding.factor,
      deed: deedOf(finding),
      money: finding.money,
      sureness: finding.sureness,
      detail: () => <FactorDetail finding={finding} report={report} session={session} />,
    };
  }
}

/** The pin that sat on the wrong product, where one surely did. */
function misplacedPin({ timeline: { pins } }: Report): FurtherFix[] {
  const misplaced = pins.state === 'told' ? pins.value.misplaced : undefined;
  if (misplaced === undefined) return [];
  return [
    {
      id: 'misplaced-pin',
      deed: { kind: 'message', message: 'verdict_pin_lever' },
      money: misplaced.perHour,
      sureness: misplaced.sureness,
      detail: () => (
        <p class="fix-note">
          <RichMessage text={misplaced.text} />
        </p>
      ),
    },
  ];
}

function Money({ money, report }: { money: Estimate; report: Report }): JSX.Element {
  const { t } = useI18n();
  const amount = useAmount(report);
  return <b class="fix-money">{t('verdict_money', { money: amount(money.value, 'estimate') })}</b>;
}

/** The range of the money, and how sure it is that there is any. */
function Interval({
  money: { low, high },
  sureness,
  report,
}: {
  money: Estimate;
  sureness: number | undefined;
  report: Report;
}): JSX.Element | null {
  const words = useI18n();
  const amount = useAmount(report);
  if (low === undefined || high === undefined) return null;
  const ends = { low: amount(low, 'bound'), high: amount(high, 'bound') };
  const sure = surenessText(sureness, words);
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
