/**
 * How a LIVE's page looks. The colours are the browser's own, which follow light and dark; what the panel's
 * tokens say doesn't reach a file of its own.
 */
export const pageStyle = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: .25rem 0; font-size: 1.6rem; line-height: 1.2; }
h2, summary { margin: 2rem 0 .5rem; font-size: 1.1rem; font-weight: 600; }
summary { cursor: pointer; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.standing { font-weight: 600; font-size: 1.1rem; }
.quiet, footer { color: color-mix(in srgb, CanvasText 72%, Canvas); }
.simulated { padding: .4rem .6rem; border: 1px solid; border-radius: 4px; font-weight: 600; }
li { margin: .5rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid color-mix(in srgb, CanvasText 16%, Canvas); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom-width: 2px; font-weight: 600; overflow-wrap: normal; }
tbody th { min-width: min(9rem, 28vw); font-weight: 400; }
td { min-width: 3.5rem; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
footer { margin-top: 2.5rem; font-size: .85rem; }
@media print {
  :root { color-scheme: light; font-size: 11px; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  tr, li { break-inside: avoid; }
  h2, summary { break-after: avoid; }
}
`;
