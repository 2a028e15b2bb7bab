import { askForLives } from './ask.ts';
import { element, fill, tableRow } from './dom.ts';
import { fieldOf, list, number, text } from './json.ts';
import { length, moment, writtenCount, writtenMoney, writtenPercent } from './write.ts';

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
  return tableRow(
    name,
    moment(fieldOf(live, 'start_timestamp')),
    length(fieldOf(live, 'duration')),
    writtenCount(fieldOf(live, 'local_views_cnt')),
    writtenPercent(fieldOf(live, 'local_ctr_rate')),
    writtenMoney(fieldOf(live, 'revenue')),
  );
}
