import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seconds, type UnixMs } from '../../metrics/time.ts';
import { instantAt, readersZone, wallTime } from '../../metrics/zone.ts';
import { now } from '../../platform/current-time.ts';

/** The day and the zone that tests run on. */
export interface TestDay {
  /** The instant at which the run begins. */
  readonly at: UnixMs;
  /** The IANA zone of the machine, as far as the tests and their browsers can tell. */
  readonly zone: string;
}

/**
 * The day that `--day` and `--zone` ask for. A day without a time ("2028-02-29") begins at the time
 * that a clock of the zone shows now; with one ("2028-02-29T23:50") at that time. A zone without a day
 * is today there. Undefined when neither is given; throws a plain sentence for what is no day or zone.
 */
export function testDay(
  given: { readonly day?: string | undefined; readonly zone?: string | undefined },
  now: UnixMs,
): TestDay | undefined {
  if (given.day === undefined && given.zone === undefined) return undefined;
  const zone = given.zone ?? readersZone(now).name ?? 'UTC';
  if (!isZone(zone)) throw new Error(`"${zone}" is no time zone, such as "America/Los_Angeles".`);
  if (given.day === undefined) return { at: now, zone };
  const there = { offset: seconds(0), name: zone };
  const [day = '', time = wallTime(now, there).slice(11)] = given.day.split('T');
  const at = instantAt(`${day}T${time}`, there);
  if (at === undefined || !isDay(day)) {
    throw new Error(`"${given.day}" is no day, such as 2028-02-29 or 2028-02-29T23:50.`);
  }
  return { at, zone };
}

/**
 * The environment of a run on another day: every Node process and browser started with it stands in
 * the zone, Node's time of day is shifted, and the browser tests shift the extension's.
 */
export function environmentOf(
  { at, zone }: TestDay,
  now: UnixMs,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const shift = pathToFileURL(join(import.meta.dirname, 'shifted-date.mjs')).href;
  return {
    ...inherited,
    TZ: zone,
    TEST_TIME_OFFSET_MS: String(at - now),
    NODE_OPTIONS: `${inherited.NODE_OPTIONS ?? ''} --import ${shift}`.trim(),
  };
}

/**
 * Runs this command once more on the day and in the zone that it was given, and answers its exit code;
 * undefined where none was given, or where it runs there already.
 */
export function againOnDay(given: {
  readonly day?: string | undefined;
  readonly zone?: string | undefined;
}): number | undefined {
  const at = now();
  const day = process.env.TEST_TIME_OFFSET_MS === undefined ? testDay(given, at) : undefined;
  if (day === undefined) return undefined;
  console.log(`On ${new Date(day.at).toISOString()}, in ${day.zone}.`);
  const [node, ...args] = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const env = environmentOf(day, at, process.env);
  return spawnSync(node, args, { env, stdio: 'inherit' }).status ?? 1;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
