import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser } from '../../demo/browser.ts';
import { prepareExtension } from '../../e2e/test-build.ts';
import { now } from '../../platform/current-time.ts';
import { askedOf } from '../command-line.ts';
import { againOnDay } from '../test/day.ts';
import { shootBoard } from './board.ts';
import { ensureBuild } from './build.ts';
import { type Camera, createCamera } from './camera.ts';
import { shootDownloads } from './downloads.ts';
import { shootFeeds } from './feeds.ts';
import { hourOfEveryPhase } from './hour.ts';
import { shootImport } from './import.ts';
import { shootMeasuring } from './measuring.ts';
import { shootNotes } from './notes.ts';
import { shootOutcomes } from './outcomes.ts';
import { shootOverTime, shootShops } from './over-time.ts';
import { shootDocked, shootOptions } from './pages.ts';
import { shootPlan } from './plan.ts';
import { shootReadme } from './readme.ts';
import { shootSections } from './sections.ts';
import { shootSnapshots } from './snapshots.ts';
import { shootFaults } from './states-faults.ts';
import { shootFirstRun } from './states-first-run.ts';
import { shootRooms } from './states-rooms.ts';
import { shootTwoLives } from './two-lives.ts';

/**
 * The command behind `npm run shots`: a PNG of every section and state, light and dark, narrow and
 * wide, in shots/. `--readme` takes the README's picture instead; words name the scenes to take; `--day`
 * and `--zone` take them on another day, as in `npm test`; `--axe` has axe look at each state once a scheme.
 * Goes on after a scene that fails, and ends with a count; exit code 1 when a picture is missing.
 */
const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'shots');

const scenes: Readonly<Record<string, (camera: Camera) => Promise<void>>> = {
  'first-run': shootFirstRun,
  sections: shootSections,
  plan: shootPlan,
  board: shootBoard,
  outcomes: shootOutcomes,
  rooms: shootRooms,
  faults: shootFaults,
  docked: shootDocked,
  options: shootOptions,
  feeds: shootFeeds,
  snapshots: shootSnapshots,
  import: shootImport,
  'over-time': shootOverTime,
  shops: shootShops,
  downloads: shootDownloads,
  'two-lives': shootTwoLives,
  notes: shootNotes,
  measuring: shootMeasuring,
};

const HELP = `npm run shots [-- SCENE…] [--axe] [--day 2028-02-29] [--zone America/Los_Angeles]
Pictures of the panel in every state, light and dark, narrow and wide, in shots/. Scenes: ${Object.keys(scenes).join(', ')}
  --axe     has axe look at each state too
  --readme  takes the README's picture instead`;

const { values, positionals: wanted } = askedOf(HELP, {
  allowPositionals: true,
  options: {
    readme: { type: 'boolean' },
    axe: { type: 'boolean' },
    day: { type: 'string' },
    zone: { type: 'string' },
  },
});
const tell = (line: string): void => console.log(line);

try {
  const day = values.day ?? (values.zone === undefined ? hourOfEveryPhase(now()) : undefined);
  process.exitCode = againOnDay({ ...values, day }) ?? ((await shots()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function shots(): Promise<boolean> {
  const unknown = wanted.filter((word) => !(word in scenes));
  if (unknown.length > 0) {
    throw new Error(`No such scene: ${unknown.join(', ')}. ${Object.keys(scenes).join(', ')}.`);
  }
  await ensureBuild(ROOT, tell);
  await prepareExtension();
  await ensureBrowser(tell);
  if (values.readme === true) {
    tell(await shootReadme(join(ROOT, 'src/demo/media/readme-panel.png')));
    return true;
  }
  const chosen = Object.entries(scenes).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  const camera = createCamera(FOLDER, tell, { axe: values.axe === true });
  const failed: string[] = [];
  for (const [name, scene] of chosen) {
    try {
      await scene(camera);
    } catch (error) {
      failed.push(name);
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  tell(`${camera.taken()} pictures in shots/`);
  const faults = camera.faults();
  if (values.axe === true)
    tell(['Serious faults that axe finds:', faults.length, ...faults].join('\n'));
  if (failed.length > 0) tell(`Not all could be taken: ${failed.join(', ')}`);
  return failed.length === 0 && faults.length === 0;
}
