import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measuredByFfmpeg } from './by-ffmpeg.ts';
import { defectSigns } from './defect-signs.ts';
import { type DefectFound, isGood, judgeDefects, type ValueRange } from './judge-defects.ts';
import { makeRecording, missingPrograms } from './make.ts';
import { plantedSets } from './planted.ts';

const HELP = `npm run replays              makes recordings with planted defects and says how well they are found
npm run replays -- --set fixing   the recording on which the thresholds were fixed, instead of the other
npm run replays -- --folder F     makes them in F and leaves them there, to be used again

Needs ffmpeg and espeak-ng (Debian: apt-get install ffmpeg espeak-ng).`;

/** The command behind `npm run replays`; answers the exit code. */
async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'judging' },
      folder: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const set = Object.values(plantedSets).find(({ name }) => name === values.set);
  if (values.help || set === undefined) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const missing = await missingPrograms();
  if (missing.length > 0) {
    console.log(`Not here: ${missing.join(', ')}. Debian: apt-get install ${missing.join(' ')}`);
    return 1;
  }
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'replays-')));
  try {
    const file = await makeRecording(set, folder);
    const judgements = judgeDefects(set.stretches, await measuredByFfmpeg(set, file));
    for (const line of tableOf(judgements)) console.log(line);
    const good = judgements.filter(isGood).length;
    console.log(
      `${set.name}: ${good} of ${judgements.length} kinds of defects found in time, hardly elsewhere`,
    );
    return good === judgements.length ? 0 : 1;
  } finally {
    if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function tableOf(judgements: readonly DefectFound[]): string[] {
  const head = ['', 'found', 'distance', 'false alarms', 'planted', 'clean', 'threshold'];
  const rows = judgements.map((one) => [
    one.kind,
    `${one.found} of ${one.planted}`,
    one.distance === null ? '–' : `${one.distance.toFixed(0)} of ${one.step} s`,
    `${one.falseAlarms} of ${one.clean}`,
    rangeText(one.plantedRange),
    rangeText(one.cleanRange),
    `${defectSigns[one.kind].side} ${defectSigns[one.kind].threshold}`,
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function rangeText(range: ValueRange | null): string {
  return range === null ? '–' : range.map((value) => value.toPrecision(3)).join(' to ');
}

process.exitCode = await run();
