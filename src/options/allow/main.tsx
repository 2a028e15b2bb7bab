import { render } from 'preact';
import '../../panel/design/tokens.css';
import '../../panel/design/base.css';
import { InWords } from '../../panel/in-words.tsx';
import { pageWords } from '../../panel/state/page-words.ts';
import { Allow, answer } from './allow.tsx';
import { askedIn } from './asked-leave.ts';

const asked = askedIn(location.href);
const words = await pageWords(document, 'app_name');
const root = document.getElementById('root');
if (root !== null && asked !== undefined) {
  // Whoever closes the tab unasked leaves the panel with a no. After an answer nobody waits for this one.
  addEventListener('pagehide', () => void answer(asked.id, false).catch(() => undefined));
  render(
    <InWords words={words}>
      <Allow {...asked} />
    </InWords>,
    root,
  );
}
