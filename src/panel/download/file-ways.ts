/** What a LIVE can leave the panel as, by what it is for; `print` is the browser's own. */
export const fileWays = {
  send: ['text', 'picture', 'page', 'print'],
  work: ['xlsx', 'csv', 'tsv', 'markdown'],
  keep: ['json'],
} as const;

export type WayGroup = keyof typeof fileWays;
type AnyWay = (typeof fileWays)[WayGroup][number];
export type FileWay = Exclude<AnyWay, 'print'>;

/** What a LIVE so far lacks: they hold its verdict alone. */
export const ofVerdict = (way: AnyWay): boolean => way === 'text' || way === 'picture';
