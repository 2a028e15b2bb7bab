import type { JSX } from 'preact';

const groups: readonly {
  readonly name: string;
  readonly look: string;
  readonly tokens: readonly string[];
}[] = [
  {
    name: 'Colours',
    look: 'gallery-colour',
    tokens: [
      ...['bg', 'surface', 'sunken', 'raised', 'line', 'line-strong', 'track', 'band', 'mark'],
      ...['ink', 'ink-2', 'ink-3', 'ink-on-fill', 'accent', 'accent-hover', 'accent-soft'],
      ...['low', 'low-soft', 'low-fill', 'high', 'high-soft', 'high-fill'],
      ...['warn', 'warn-soft', 'warn-line', 'film', 'on-film', 'scrim'],
    ],
  },
  { name: 'Spaces', look: 'gallery-space', tokens: ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6'] },
  { name: 'Corners', look: 'gallery-radius', tokens: ['r-xs', 'r-s', 'r-m', 'r-full'] },
  { name: 'Elevation', look: 'gallery-shadow', tokens: ['shadow'] },
];

/** What the components are made of. */
export function Tokens(): JSX.Element {
  return (
    <>
      <section class="gallery-component" aria-label="Type">
        <h2>Type</h2>
        {['t-s', 't-m', 't-l', 't-h', 't-xl'].map((token) => (
          <p key={token} class="gallery-size" style={{ '--shown': `var(--${token})` }}>
            --{token} Taps didn’t turn into orders <b>$1,103/h</b>
          </p>
        ))}
      </section>
      {groups.map(({ name, look, tokens }) => (
        <section key={name} class="gallery-component" aria-label={name}>
          <h2>{name}</h2>
          <div class="gallery-states">
            {tokens.map((token) => (
              <figure key={token}>
                <figcaption>--{token}</figcaption>
                <div class={look} style={{ '--shown': `var(--${token})` }} />
              </figure>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
