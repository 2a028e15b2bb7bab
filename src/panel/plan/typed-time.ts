/** A time of day as people type it ("20:00", "8 pm", "2000", "20") on a clock of 24 hours ("20:00"); undefined for what is none. */
export function timeTyped(text: string): string | undefined {
  const typed = /^(\d{1,2})(?:[:.h ]?(\d{2})|h)?\s*(?:([ap])\.?\s?m\.?)?$/i.exec(text.trim());
  const [, hours = '', minutes = '00', half] = typed ?? [];
  const hour = ofHalf(Number(hours), half?.toLowerCase());
  if (hours === '' || hour === undefined || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** The hour on a clock of 24 hours; `half` is the letter of am or pm. */
function ofHalf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
