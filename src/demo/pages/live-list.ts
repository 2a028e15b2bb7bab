import { askForLives } from './ask.ts';
import { element, fill, row } from './dom.ts';
import { field, list, number, text } from './json.ts';
import { count, length, moment, money, percent } from './write.ts';

try {
  const answer = await askForLives(60);
  const lives = list(answer, 'data', 'segments', 0, 'timed_lists', 0, 'stats');
  fill('lives', ...lives.map((live) => line(live)));
  fill('status');
} catch (error) {
  fill('status', `The LIVEs could not be read. ${error instanceof Error ? error.message : ''}`);
}

function line(live: unknown): HTMLElement {
  const id = text(live, 'live_id') ?? '';
  const running = number(live, 'end_timestamp') === undefined;
  const link = element(
    'a',
    { href: `/workbench/live/overview?room_id=${id}&region=us` },
    text(live, 'live_name') ?? id,
  );
  const name = element(
    'span',
    {},
    link,
    running ? element('span', { class: 'live' }, ' Live') : '',
  );
  return row(
    name,
    moment(field(live, 'start_timestamp')),
    length(field(live, 'duration')),
    count(field(live, 'local_views_cnt')),
    percent(field(live, 'local_ctr_rate')),
    money(field(live, 'revenue')),
  );
}
