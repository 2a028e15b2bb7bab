import { render } from 'preact';
import '../panel/design/tokens.css';
import '../panel/design/base.css';
import { InWords } from '../panel/in-words.tsx';
import { pageWords } from '../panel/state/page-words.ts';
import { FirstSteps } from './first-steps.tsx';

const words = await pageWords(document, 'first_steps_title');
const root = document.getElementById('root');
if (root !== null) {
  render(
    <InWords words={words}>
      <FirstSteps />
    </InWords>,
    root,
  );
}
