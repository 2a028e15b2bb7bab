import { render } from 'preact';
import messages from '../../../public/_locales/en/messages.json';
import { I18nContext, i18nOf } from '../../panel/design/i18n.ts';
import '../../panel/design/tokens.css';
import '../../panel/design/base.css';
import { writer } from '../../platform/text.ts';
import './gallery.css';
import { components } from './components.tsx';
import { Tokens } from './tokens.tsx';

/** Every component of the design in every state; `?dir=rtl` turns the page to be read from right to left. */
const said: Readonly<Record<string, { readonly message: string }>> = messages;
const words = i18nOf(writer((key) => said[key]?.message, 'en'));
if (new URLSearchParams(location.search).get('dir') === 'rtl') document.documentElement.dir = 'rtl';

const root = document.getElementById('root');
if (root !== null) {
  render(
    <I18nContext.Provider value={words}>
      <h1>Components of LIVE Diagnosis</h1>
      <Tokens />
      {components.map(({ name, states }) => (
        <section key={name} class="gallery-component" aria-label={name}>
          <h2>{name}</h2>
          <div class="gallery-states">
            {Object.entries(states).map(([state, shown]) => (
              <figure key={state}>
                <figcaption>{state}</figcaption>
                {shown}
              </figure>
            ))}
          </div>
        </section>
      ))}
    </I18nContext.Provider>,
    root,
  );
}
