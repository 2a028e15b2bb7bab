import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser } from '../demo/browser.ts';
import { shootBoard } from './pictures/board.ts';
import { ensureBuild } from './pictures/build.ts';
import { type Camera, createCamera } from './pictures/camera.ts';
import { shootFeeds } from './pictures/feeds.ts';
import { shootOutcomes } from './pictures/outcomes.ts';
import { shootDocked, shootOptions } from './pictures/pages.ts';
import { shootPlan } from './pictures/plan.ts';
import { shootReadme } from './pictures/readme.ts';
import { shootSections } from './pictures/sections.ts';
import { shootFaults } from './pictures/states-faults.ts';
import { shootFirstRun } from './pictures/states-first-run.ts';
import { shootRooms } from './pictures/states-rooms.ts';

/**
 * The command behind `npm run shots`: a PNG of every section and state, light and dark, narrow and
 * wide, in shots/. `--readme` takes the README's picture instead; words name the scenes to take.
 * Goes on after a scene that fails, and ends with a count; exit code 1 when a picture is missing.
 */
const ROOT = resolve(import.meta.dirname, '../..');
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
};

const wanted = process.argv.slice(2);
const tell = (line: string): void => console.log(line);

try {
  process.exitCode = (await shots()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function shots(): Promise<boolean> {
  const unknown = wanted.filter((word) => word !== '--readme' && !(word in scenes));
  if (unknown.length > 0) {
    throw new Error(`No such scene: ${unknown.join(', ')}. ${Object.keys(scenes).join(', ')}.`);
  }
  await ensureBuild(ROOT, tell);
  await ensureBrowser(tell);
  if (wanted.includes('--readme')) {
    tell(await shootReadme(join(ROOT, 'src/demo/media/readme-panel.png')));
    return true;
  }
  const chosen = Object.entries(scenes).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  const camera = createCamera(FOLDER, tell);
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
  if (failed.length > 0) tell(`Not all could be taken: ${failed.join(', ')}`);
  return failed.length === 0;
}
