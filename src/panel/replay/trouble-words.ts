import type { Text } from '../../metrics/text.ts';
import type { PlayTrouble } from './trouble.ts';

/**
 * What is the matter with a recording, as a sentence.
 *
 * @param own what is said where it matters whether it was to be played or measured
 */
export function troubleWords(
  trouble: PlayTrouble,
  own: { readonly encrypted: Text; readonly unplayable: Text },
): Text {
  const hosts = (names: readonly string[]): Text['values'] => ({
    hosts: { kind: 'text', text: names.join(', ') },
  });
  switch (trouble.kind) {
    case 'run-out':
      return { key: 'replay_trouble_run_out' };
    case 'missing':
      return { key: 'replay_trouble_missing' };
    case 'unreached':
      return { key: 'replay_trouble_unreached', values: hosts(trouble.hosts) };
    case 'not-allowed':
      return { key: 'replay_trouble_not_allowed', values: hosts(trouble.hosts) };
    case 'offline':
      return { key: 'replay_trouble_offline' };
    case 'too-large':
      return { key: 'replay_trouble_too_large' };
    case 'ends-before':
      return { key: 'replay_trouble_ends_before' };
    case 'stalled':
      return { key: 'replay_trouble_stalled' };
    case 'encrypted':
      return own.encrypted;
    case 'unplayable':
      return own.unplayable;
  }
}
