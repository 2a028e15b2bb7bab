import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH_MINUTES, type BenchPlans, benchStreams } from './bench-streams.ts';
import { measuredByFfmpeg } from './by-ffmpeg.ts';
import { missingPrograms } from './ffmpeg.ts';
import { withBrowser } from './in-browser.ts';
import { isGood, judgeDefects } from './judge-defects.ts';
import { foundSentence, judgeStreams } from './judge-streams.ts';
import { makeBenchRecording, makeRecording } from './make.ts';
import { type PlantedSet, plantedSets } from './planted.ts';
import { foundTable } from './tables.ts';

const HELP = `npm run replays                  has a real browser measure recordings with planted defects, sampled and
                                 all of them, and says how well these are found (npm run build first)
npm run replays -- --by ffmpeg   has ffmpeg decode them instead: a check on what a browser decodes
npm run replays -- --set fixing  the recording on which the thresholds were fixed, instead of the other
npm run replays -- --bench       how fast streams of 20 minutes and an hour are measured, what is read of them and
                                 what memory that takes (--minutes 20 for that one alone; --plan sampled
                                 leaves out reading everything; --collected has garbage collected all along,
                                 so that the memory told is what is kept)
npm run replays -- --folder F    makes recordings in F and leaves them there, to be used again

Needs ffmpeg and espeak-ng (Debian: apt-get install ffmpeg espeak-ng).`;

const { values: asked } = parseArgs({
  options: {
    by: { type: 'string', default: 'browser' },
    set: { type: 'string', default: 'judging' },
    bench: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    plan: { type: 'string', default: 'both' },
    collected: { type: 'boolean', default: false },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** The command behind `npm run replays`; answers the exit code. */
async function run(): Promise<number> {
  const set = Object.values(plantedSets).find(({ name }) => name === asked.set);
  const plans = (['both', 'sampled'] as const).find((name) => name === asked.plan);
  const isKnown = set !== undefined && ['browser', 'ffmpeg'].includes(asked.by);
  if (asked.help || !isKnown || plans === undefined) {
    console.log(HELP);
    return asked.help ? 0 : 1;
  }
  const missing = await missingPrograms();
  if (missing.length > 0) {
    console.log(`Not here: ${missing.join(', ')}. Debian: apt-get install ${missing.join(' ')}`);
    return 1;
  }
  const folder = asked.folder ?? (await mkdtemp(join(tmpdir(), 'replays-')));
  try {
    return (await isAsItIsToBe(set, plans, folder)) ? 0 : 1;
  } finally {
    if (asked.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function isAsItIsToBe(set: PlantedSet, plans: BenchPlans, folder: string): Promise<boolean> {
  if (asked.bench) {
    const file = await makeBenchRecording(folder);
    const lengths = asked.minutes === undefined ? BENCH_MINUTES : [Number(asked.minutes)];
    return withBrowser((measure) => benchStreams(file, folder, lengths, plans, measure), {
      isCollected: asked.collected,
    });
  }
  const file = await makeRecording(set, folder);
  if (asked.by === 'browser') {
    return withBrowser((measure) => judgeStreams(set, file, folder, measure));
  }
  const found = judgeDefects(set.stretches, await measuredByFfmpeg(set, file));
  for (const line of foundTable(found)) console.log(line);
  console.log(foundSentence(set.name, found));
  return found.every(isGood);
}

process.exitCode = await run();
