import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

/**
 * Times the reports of one checkout, named by the message that comes, in a process of its own, and sends the times
 * back: milliseconds of each report, first to what the first screen reads, then to the whole.
 *
 * The rooms are those of the engine's bench, drawn from the same seed in every checkout: 12 hours, 90 days of earlier
 * LIVEs, each room a copy that nothing was worked out of before. A checkout whose report has no lazy parts has worked
 * out the whole when `diagnose` returns.
 */
const HOURS = 12;
const DAYS = 90;
const ROOMS = 30;
/** Passes before the clock counts, so that the code is compiled; and passes timed. */
const WARM_UP = 6;
const PASSES = 10;

const FOLDERS = ['src/tools/bench/engine', 'src/cli/bench'];

/** Modules of another checkout have other types; what is needed of them is checked as it comes. */
const callable = v.custom<(...given: readonly unknown[]) => unknown>(
  (value) => typeof value === 'function',
);
const InputSchema = v.object({ session: v.unknown(), history: v.array(v.unknown()) });
const ReportSchema = v.custom<object>((value) => typeof value === 'object' && value !== null);

process.once('message', (root) => {
  void timed(v.parse(v.string(), root)).then((times) =>
    process.send?.(times, () => process.disconnect()),
  );
});

async function timed(
  root: string,
): Promise<{ readonly first: number[]; readonly whole: number[] }> {
  const engine = await folderIn(root);
  const { drawRoom } = v.parse(v.object({ drawRoom: callable }), await load(engine, 'room.ts'));
  const { assumptions } = v.parse(
    v.object({
      assumptions: v.object({ hoursBetweenStarts: v.object({ value: v.number() }) }),
    }),
    await load(engine, 'assumptions.ts'),
  );
  const made = v.parse(
    v.union([
      v.object({ simulatedInput: callable }),
      v.pipe(
        v.object({ inputOf: callable }),
        v.transform(({ inputOf }) => ({ simulatedInput: inputOf })),
      ),
    ]),
    await load(engine, 'session.ts'),
  );
  const { diagnose } = v.parse(
    v.object({ diagnose: callable }),
    await load(root, 'src/diagnosis/diagnose.ts'),
  );
  const { benchmarkFor } = v.parse(
    v.object({ benchmarkFor: callable }),
    await load(root, 'src/diagnosis/benchmark/benchmark-for.ts'),
  );
  const lives = Math.floor((DAYS * 24) / assumptions.hoursBetweenStarts.value);
  const inputs = Array.from({ length: ROOMS }, (_, place) => {
    const room = drawRoom(`report ${place}`, [HOURS, HOURS], lives);
    const { observe } = v.parse(v.object({ observe: callable }), room);
    return v.parse(InputSchema, made.simulatedInput(observe.call(room)));
  });
  const first: number[] = [];
  const whole: number[] = [];
  for (let pass = -WARM_UP; pass < PASSES; pass += 1) {
    for (const input of inputs) {
      const { session, history } = structuredClone(input);
      const began = performance.now();
      const benchmark = benchmarkFor('market', session, history);
      const options = { target: { kind: 'attainable' } };
      const report = v.parse(ReportSchema, diagnose({ session, benchmark, history, options }));
      readFirstScreen(report);
      const seen = performance.now();
      readAll(report);
      const done = performance.now();
      if (pass < 0) continue;
      first.push(seen - began);
      whole.push(done - began);
    }
  }
  return { first, whole };
}

/** Reads what panel/verdict reads: these parts are worked out when they are asked for. */
function readFirstScreen(report: object): void {
  for (const part of ['verdict', 'fixes', 'headline']) Reflect.get(report, part);
}

/** Reads every part of a report, and so has it worked out. */
function readAll(part: object): void {
  for (const key of Object.keys(part)) {
    const value: unknown = Reflect.get(part, key);
    if (typeof value === 'object' && value !== null) readAll(value);
  }
}

async function folderIn(root: string): Promise<string> {
  for (const folder of FOLDERS) {
    const path = join(root, folder);
    if (await load(path, 'room.ts').then(Boolean, () => false)) return path;
  }
  throw new Error(`${root} has no rooms to diagnose: is it a checkout of this project?`);
}

const load = (folder: string, file: string): Promise<unknown> =>
  import(pathToFileURL(join(folder, file)).href);
