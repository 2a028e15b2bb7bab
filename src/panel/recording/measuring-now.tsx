import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Text } from '../../metrics/text.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import { formatSize } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { isFocusLost } from '../design/focus-lost.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { askToRead } from '../replay/hosts.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import { troubleWords } from '../replay/trouble-words.ts';
import type { MeasuringSurvey } from './measuring.ts';
import type { MeasuringStore, MeasuringView } from './measuring-store.ts';

/** How the measuring of a recording goes, and the seller's word on it. */
export function MeasuringNow({
  store,
  view,
  isOther,
}: {
  store: MeasuringStore;
  view: MeasuringView;
  /** Whether it is another LIVE's recording. */
  isOther: boolean;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const element = useRef<HTMLDivElement>(null);
  const { step, stand, survey } = view;
  // What was pressed has made room for other buttons.
  useEffect(() => {
    if (isFocusLost()) element.current?.querySelector('button')?.focus();
  }, [step]);
  if (step === 'failed') return <Failed store={store} view={view} />;
  return (
    <div ref={element} class="measuring">
      <p role="status">
        {isOther && <>{t('measure_other')} </>}
        {lineOf(view, words)}
      </p>
      {(step === 'running' || step === 'paused') && survey !== undefined && (
        <progress aria-label={t('measure_bar')} max={stand?.of ?? 1} value={stand?.done ?? 0} />
      )}
      <div class="measure-deeds">
        {step === 'surveyed' && (
          <Button look="primary" onClick={store.run}>
            {t('measure_start')}
          </Button>
        )}
        {step === 'running' && (
          <Button look="link" onClick={store.pause}>
            {t('measure_pause')}
          </Button>
        )}
        {step === 'paused' && (
          <Button look="link" onClick={store.run}>
            {t('measure_go_on')}
          </Button>
        )}
        <Button key={step === 'surveyed' ? 'not-now' : 'stop'} look="link" onClick={store.stop}>
          {t(step === 'surveyed' ? 'measure_not_now' : 'measure_stop')}
        </Button>
      </div>
    </div>
  );
}

function Failed({
  store,
  view: { trouble, fault },
}: {
  store: MeasuringStore;
  view: MeasuringView;
}): JSX.Element {
  const { t, write } = useI18n();
  const allow = async (hosts: readonly string[]): Promise<void> => {
    if (await askToRead(hosts)) store.retry();
  };
  return (
    <Notice
      tone="fault"
      title={t('measure_failed')}
      onClose={store.stop}
      actions={
        <>
          {trouble?.kind === 'not-allowed' && (
            <Button look="primary" onClick={() => void allow(trouble.hosts)}>
              {t('measure_allow')}
            </Button>
          )}
          <Button icon="refresh" onClick={store.retry}>
            {t('panel_retry')}
          </Button>
        </>
      }
    >
      {fault !== undefined && <>{write(fault.text)} </>}
      {trouble !== undefined && write(reasonOf(trouble))}
    </Notice>
  );
}

function lineOf({ step, survey, stand, secondsLeft }: MeasuringView, { t, locale }: I18n): string {
  if (step === 'opening' || survey === undefined) return t('measure_opening');
  if (step === 'surveyed') {
    const size = {
      kind: 'text',
      text: formatSize(Math.max(LEAST_SIZE, survey.bytes), locale),
    } as const;
    const ahead = aheadOf(survey);
    return survey.bytes === 0
      ? t('measure_survey_file', ahead)
      : t('measure_survey', { size, ...ahead });
  }
  if (stand === undefined) return t('measure_begun');
  const counts = { done: count(stand.done), total: count(stand.of) };
  if (step === 'paused') return t('measure_paused', counts);
  if (secondsLeft === undefined) return t('measure_running', counts);
  const time = { kind: 'duration', seconds: Math.max(1, Math.round(secondsLeft)) } as const;
  return t('measure_running_left', { ...counts, time });
}

const aheadOf = ({ length, pictures, sounds, least, most }: MeasuringSurvey): Text['values'] => ({
  length: { kind: 'duration', seconds: length },
  pictures: count(pictures),
  sounds: count(sounds),
  time: {
    kind: 'phrase',
    phrase:
      least < MINUTE_SECONDS
        ? { key: 'measure_time_most', values: { most: minutes(most) } }
        : { key: 'measure_time', values: { least: minutes(least), most: minutes(most) } },
  },
});

/** Whole minutes, never fewer than it takes. */
const minutes = (value: number) =>
  ({ kind: 'into', seconds: Math.ceil(value / MINUTE_SECONDS) * MINUTE_SECONDS }) as const;

/** Less isn't written apart. */
const LEAST_SIZE = 100_000;

const count = (value: number) => ({ kind: 'count', value }) as const;

const reasonOf = (trouble: PlayTrouble): Text =>
  troubleWords(trouble, {
    encrypted: { key: 'measure_trouble_encrypted' },
    unplayable: { key: 'measure_trouble_unreadable' },
  });
