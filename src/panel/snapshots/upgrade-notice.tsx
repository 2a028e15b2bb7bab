import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';

/** What an update changed in the meaning of what is kept; told once. */
export function UpgradeNotice(): JSX.Element | null {
  const { say } = useWords();
  const { upgrade } = useApp();
  const done = upgrade.upgrade.value;
  if (done === undefined) return null;
  return (
    <Notice
      title={say('upgrade_title', { version: { kind: 'count', value: done.to } })}
      actions={<Button onClick={() => void upgrade.dismiss()}>{say('upgrade_read')}</Button>}
    >
      {done.tells.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      <p>{say('upgrade_snapshot')}</p>
    </Notice>
  );
}
