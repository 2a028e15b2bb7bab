import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { Text } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { neverCertain } from './never-certain.ts';
import './potential.css';

/** Sentences that stand out: what the LIVE made, and what to change first. */
const LEAD = 2;

/** What the LIVE made and could make in five sentences; where that isn't known, why. */
export function Narrative({ report }: { report: Report }): JSX.Element {
  const { locale } = useI18n();
  const { summary } = report;
  const narrative = report.narrative.map((text) => neverCertain(text, locale));
  if (!isTold(report)) {
    return (
      <p class="narrative-lead">
        <RichMessage text={summary} />
      </p>
    );
  }
  return (
    <>
      <Sentences look="narrative-lead" texts={narrative.slice(0, LEAD)} />
      <Sentences look="narrative" texts={narrative.slice(LEAD)} />
    </>
  );
}

/** Whether any step has something to be held against, so that there is more to say than what is missing. */
const isTold = ({ potential }: Report): boolean =>
  potential?.steps.some(({ target }) => target !== undefined) === true;

function Sentences({
  look,
  texts,
}: {
  look: 'narrative' | 'narrative-lead';
  texts: readonly Text[];
}): JSX.Element {
  return (
    <p class={look}>
      {texts.map((text, place) => (
        <span key={`${place}`}>
          <RichMessage text={text} />{' '}
        </span>
      ))}
    </p>
  );
}

/** Why nothing comes first, in the one sentence that says it; the others unfold. */
export function NothingFirst({ report }: { report: Report }): JSX.Element {
  const { t, locale } = useI18n();
  const open = useSignal(false);
  const narrative = report.narrative.map((text) => neverCertain(text, locale));
  const [made, why, ...rest] = narrative;
  if (!isTold(report) || made === undefined || why === undefined || rest.length === 0) {
    return <Narrative report={report} />;
  }
  return (
    <>
      <p class="narrative-lead">
        <RichMessage text={why} />{' '}
        <Button
          look="link"
          aria-expanded={open.value}
          aria-controls={open.value ? 'nothing-first' : undefined}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {t('verdict_why')}
        </Button>
      </p>
      {open.value && (
        <div id="nothing-first">
          <Sentences look="narrative" texts={[made, ...rest]} />
        </div>
      )}
    </>
  );
}
