import type { JSX } from 'preact';
import type { Text } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { playerClock } from './clock.ts';
import { askToRead } from './hosts.ts';
import type { PlayTrouble } from './trouble.ts';
import { troubleWords } from './trouble-words.ts';

/** Why a recording can't be played, and what may mend it. `at` is the second at which it failed. */
export function TroubleNote({
  trouble,
  at,
  onRetry,
}: {
  trouble: PlayTrouble;
  at: number;
  onRetry: () => void;
}): JSX.Element {
  const { t, write } = useI18n();
  const allow = async (hosts: readonly string[]): Promise<void> => {
    if (await askToRead(hosts)) onRetry();
  };
  const { refusal } = trouble;
  return (
    <Notice
      tone="fault"
      title={t('panel_replay_broken')}
      actions={
        <>
          {trouble.kind === 'not-allowed' && (
            <Button look="primary" onClick={() => void allow(trouble.hosts)}>
              {t('replay_allow')}
            </Button>
          )}
          <Button icon="refresh" onClick={onRetry}>
            {t('panel_retry')}
          </Button>
        </>
      }
    >
      {write(reasonOf(trouble, at))}
      {refusal !== undefined && <> {write(refusal.text)}</>}
    </Notice>
  );
}

function reasonOf(trouble: PlayTrouble, at: number): Text {
  return troubleWords(trouble, {
    encrypted: { key: 'replay_trouble_encrypted' },
    unplayable: {
      key: 'replay_trouble_unplayable',
      values: { at: { kind: 'text', text: playerClock(at) } },
    },
  });
}
