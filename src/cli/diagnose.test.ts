import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepIds } from '../diagnosis/report.ts';
import { metricIds } from '../metrics/catalogue.ts';
import { diagnoseCommand } from './diagnose/command.ts';

const root = resolve(import.meta.dirname, '../..');
const captured = join(root, 'src/diagnosis/fixtures/captured-live.json');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diagnose-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as `npm run diagnose -- …` does, in this process. */
async function run(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const status = await diagnoseCommand(args, {
    say: (text) => {
      said.stdout += `${text}\n`;
    },
    complain: (text) => {
      said.stderr += `${text}\n`;
    },
  });
  return { status, ...said };
}

/** The same in a process of its own. */
function runAlone(...args: string[]) {
  const command = ['--import', 'tsx', join(root, 'src/cli/diagnose.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The report of the first LIVE that was printed as JSON. */
const reportIn = (stdout: string) => JSON.parse(stdout).lives[0].report;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('npm run diagnose', { timeout: 60_000 }, () => {
  it('runs as a command, with the exit code of what it says', () => {
    const { status, stdout, stderr } = runAlone(captured, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, problems: [] });
    expect(runAlone('--colour')).toMatchObject({ status: 2, stdout: '' });
  });

  it('prints the report of the captured LIVE', async () => {
    const { status, stdout, stderr } = await run(captured, '--vs', 'usual');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Room 7649951805363391253');
    expect(stdout).toMatch(/₫1,494,\d{3} an hour, −24% against your usual \(₫1,969,\d{3}\)\. \w/);
    expect(stdout).toMatch(/Tap-through rate +2\.83% .*Higher/);
    expect(stdout).toMatch(/LIVE CTR +33\.2% .*Lower/);
    expect(stdout).toMatch(
      /Tapped \(LIVE CTR\) +34\.0% +49\.0% +₫\d+,000 an hour \(.* to .*\) +99\.9% +change/,
    );
    expect(stdout).toMatch(/together: ₫\d/);
    expect(stdout).not.toMatch(/\{\w+\}|NaN|undefined|report_|cli_|factor_/);
  });

  it('prints the same report as JSON, time after time', async () => {
    const first = await run(captured, '--json');
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      version: 1,
      lives: [{ room: '7649951805363391253', startedAt: 1_781_143_239, status: 'final' }],
      problems: [],
    });
    expect(reportIn(first.stdout)).toMatchObject({
      version: 1,
      basis: 'own',
      verdict: { versus: 'usual' },
      gap: { state: 'split', method: 'lmdi', steps: stepIds.map((id) => ({ id })) },
    });
    expect((await run(captured, '--json')).stdout).toBe(first.stdout);
  });

  it('counts no earlier LIVE of another account or currency, and says so', async () => {
    const content = JSON.parse(readFileSync(captured, 'utf8'));
    const from = { how: 'file', endpoint: 'mine', at: 1_781_240_000_000 };
    const past = (place: number, more: object = {}) => ({
      startedAt: 1_780_000_000 - place * 86_400,
      endedAt: 1_780_007_200 - place * 86_400,
      currency: 'VND',
      figures: { views: { value: 700 + place, origin: from } },
      ...more,
    });
    const history = [
      past(1),
      past(2, { creator: { handle: 'Shop.One' } }),
      past(3, { creator: { handle: 'other' } }),
      past(4, { currency: 'MYR' }),
    ];
    content.session.room.creator = { handle: '@shop.one' };
    content.session.comparisons.own = {};
    const { status, stdout, stderr } = await run(
      file('with-history.json', JSON.stringify({ ...content, history })),
      '--json',
    );
    expect(status).toBe(0);
    expect(stderr).toBe(
      '2 LIVEs of the history are of another account or currency and don’t count.\n',
    );
    const days = reportIn(stdout).history.map((live: { startedAt: number }) => live.startedAt);
    expect(days).toEqual([past(1).startedAt, past(2).startedAt]);
  });

  it("goes by the file's benchmark unless something else is named", async () => {
    const content: unknown = JSON.parse(readFileSync(captured, 'utf8'));
    const benchmark = { basis: 'feed', metrics: { ctor: { kind: 'line', value: 0.2 } } };
    const path = file(
      'with-benchmark.json',
      JSON.stringify(Object.assign({}, content, { benchmark })),
    );
    expect(reportIn((await run(path, '--json')).stdout)).toMatchObject({ basis: 'feed' });
    const own = (await run(path, '--json', '--vs', 'usual')).stdout;
    expect(reportIn(own)).toMatchObject({ basis: 'own' });
  });

  it('compares with a category of a feed, names it, and refuses a file that is none', async () => {
    const spread = { p10: 0.01, p25: 0.02, p50: 0.05, p75: 0.1, p90: 0.2, count: 40, hours: 90 };
    const slice = {
      format: 'live-diagnosis-feed-slice',
      version: 1,
      region: 'VN',
      category: '601450',
      day: '2026-06-10',
      window: 28,
      shops: 9,
      lives: 40,
      metrics: { tapThroughRate: spread },
      rooms: [],
      simulated: true,
    };
    const path = file('beauty.json', JSON.stringify(slice));
    const { stdout, status } = await run(captured, '--feed', path);
    expect(status).toBe(0);
    expect(stdout).toMatch(/beauty\.json, VN: 40 LIVEs of 9 shops in the 28 days up to /);
    expect(stdout).toContain('All of its figures are simulated.');
    expect(stdout).toMatch(/Tap-through rate +2\.83% +5\.00%/);
    const named = join(folder, 'feed/v1/VN/601450');
    mkdirSync(named, { recursive: true });
    const entry = { region: 'VN', category: '601450', day: '2026-06-10' };
    const index = {
      format: 'live-diagnosis-feed',
      version: 1,
      name: 'Agency North',
      updatedAt: 1_781_200_000,
      slices: [{ ...entry, path: 'v1/VN/601450/2026-06-10.json' }],
    };
    file('feed/index.json', JSON.stringify(index));
    const inFeed = file('feed/v1/VN/601450/2026-06-10.json', JSON.stringify(slice));
    expect((await run(captured, '--feed', inFeed)).stdout).toContain('Agency North, VN: 40 LIVEs');
    const other = file('feed/v1/VN/601450/other.json', JSON.stringify(slice));
    expect((await run(captured, '--feed', other)).stdout).toContain('other.json, VN: 40 LIVEs');
    const absurd = { ...slice, metrics: { tapThroughRate: { ...spread, p90: 7 } } };
    expect(
      await run(captured, '--feed', file('absurd.json', JSON.stringify(absurd))),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('impossible figures'),
    });
    expect(await run(captured, '--feed', captured)).toMatchObject({ status: 2 });
    expect(await run(captured, '--feed', path, '--vs', 'usual')).toMatchObject({ status: 2 });
  });

  it('prints the JSON schema of a session file with every metric', async () => {
    const { status, stdout } = await run('--schema');
    expect(status).toBe(0);
    const schema: unknown = JSON.parse(stdout);
    const known = Object.fromEntries(metricIds.map((id) => [id, { type: 'object' }]));
    expect(schema).toMatchObject({
      required: ['session'],
      properties: { session: { properties: { figures: { properties: known } } } },
    });
  });

  it('says in a sentence what is wrong with its input', async () => {
    const whole = readFileSync(captured, 'utf8');
    const cases: readonly (readonly [string, string])[] = [
      [file('not.json', '{'), 'is not JSON'],
      [file('empty.json', '{}'), 'session is missing.'],
      [join(folder, 'nowhere.json'), 'can’t be opened'],
      [
        file('bad.json', whole.replace(/"views": \{\s*"value": 743/, '"views": { "value": "743"')),
        'at session.figures.views.value, number is expected and "743" was found.',
      ],
    ];
    for (const [path, sentence] of cases) {
      const { status, stdout, stderr } = await run(path);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(path);
      expect(stderr).toContain(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('says in a sentence what is wrong with its options', async () => {
    expect(await run('--colour')).toMatchObject({
      status: 2,
      stderr: "Unknown option '--colour'. Try --help.\n",
    });
    expect(await run()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('at least one file'),
    });
    expect(await run(captured, '--vs', 'moon')).toMatchObject({
      status: 2,
      stderr: 'There is nothing called moon to compare with. Choose usual, last, best or market.\n',
    });
    const { stdout, ...help } = await run('--help');
    expect(help).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('judges each LIVE of an export with the earlier ones as its history', async () => {
    const heads =
      'Livestream,Start time,Duration,Direct GMV,Orders paid for,GMV/1K shows,GMV/1K views,Views,Viewers,Product impressions,Product clicks,CTR,CTOR (SKU orders)';
    const row = (day: number, length: number, gmv: number): string => {
      const [views, clicks] = [500 + day, 200];
      const orders = Math.round(gmv / 70);
      const gpm = ((gmv / 10_000) * 1000).toFixed(2).replace('.', ',');
      return [
        `LIVE ${day}`,
        `2026-03-${String(day).padStart(2, '0')} 20:00`,
        length,
        `"R$ ${gmv},00"`,
        orders,
        `"R$ ${gpm}"`,
        `"R$ ${((gmv / views) * 1000).toFixed(2).replace('.', ',')}"`,
        views,
        450,
        4000,
        clicks,
        (clicks / views).toFixed(6),
        (orders / clicks).toFixed(6),
      ].join(',');
    };
    const days = Array.from({ length: 9 }, (_, day) => row(day + 1, 7200, 1400 + 70 * day));
    const path = file(
      'half-a-year.csv',
      [heads, ...days, row(10, 300, 70), 'no start,,,'].join('\n'),
    );
    const { status, stdout } = await run(path, '--region', 'BR', '--json');
    expect(status).toBe(0);
    const { lives, problems } = JSON.parse(stdout);
    expect(lives).toHaveLength(10);
    expect(lives.map((live: { status: string }) => live.status)).toEqual([
      'left-out',
      ...Array(9).fill('final'),
    ]);
    expect(problems).toEqual([{ file: path, row: 12, reason: expect.any(String) }]);
    const [, newest] = lives;
    expect(newest.report.history).toHaveLength(8);
    expect(newest.report.funnel).toEqual({ orders: 'sku', basis: 'direct' });
    expect(newest.report.potential.steps).toHaveLength(5);
    expect(newest.report.gap.steps.map((step: { metric: string }) => step.metric)).toEqual([
      'impressionsPerHour',
      'tapThroughRate',
      'liveCtr',
      'ctorSku',
      'directSkuAov',
    ]);
    const overview = await run(path, '--region', 'BR');
    expect(overview.stdout.split('\n')).toHaveLength(12);
    expect(overview.stderr).toContain('row 12');
    const named = (await run(path, '--region', 'BR', '--room', newest.room)).stdout;
    expect(named).toContain(`Room ${newest.room}`);
    expect(named).toContain('How the LIVE went: what can’t be told');
  });

  it('reads a folder of Seller Center’s own answers', async () => {
    const from = join(root, 'src/sources/seller-center/fixtures');
    const answers = join(folder, 'answers');
    mkdirSync(answers, { recursive: true });
    for (const name of ['core-stats', 'product-list', 'room-status', 'requests']) {
      file(`answers/${name}.json`, readFileSync(join(from, `${name}.json`)));
    }
    file('answers/notes.json', '{}');
    const { status, stdout } = await run('--answers', answers, '--json');
    expect(status).toBe(0);
    const { lives, problems } = JSON.parse(stdout);
    expect(lives).toMatchObject([{ room: '7649951805363391253', status: 'final' }]);
    expect(lives[0].report.gap.yours).toBeCloseTo(1_494_504, -1);
    expect(problems).toMatchObject([{ file: join(answers, 'notes.json'), row: null }]);
  });
});
