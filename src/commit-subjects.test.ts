import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** The commit up to which subjects were free, by its own: hashes change where a history is written anew. */
const FREE_UP_TO = 'history: the figures of all LIVEs are read first, so that';

const LONGEST = 100;

describe('the subjects of commits', () => {
  it('name the area, then what changed', () => {
    expect(subjectsSince(FREE_UP_TO).filter((subject) => !isPlain(subject))).toEqual([]);
  });

  it('are held to it', () => {
    const plain = [
      'diagnosis: a step is judged on its own line',
      'e2e/plan-start, plan-cue: each test has a plan of its own',
      'README, package.json: one command lints',
    ];
    expect(plain.filter((subject) => !isPlain(subject))).toEqual([]);
    const other = [
      'Name no traffic source after what every object has',
      'Diagnosis: a step is judged on its own line',
      'diagnosis:a step',
      'diagnosis: ',
      'the whole panel: a step',
      `diagnosis: ${'a'.repeat(LONGEST)}`,
    ];
    expect(other.filter(isPlain)).toEqual([]);
  });
});

/** Whether a subject reads `area: what changed`; areas are folders, files or topics in lower case. */
function isPlain(subject: string): boolean {
  const area = '(?:READMEs?|[a-z0-9.][a-z0-9./-]*)';
  return subject.length <= LONGEST && new RegExp(`^${area}(?:, ${area})*: \\S`).test(subject);
}

/** Subjects of the commits that follow another; none where there is no history that holds it, as in a tarball. */
function subjectsSince(start: string): string[] {
  const range = `HEAD^{/^${start}}..HEAD`;
  try {
    return execFileSync('git', ['log', '--no-merges', '--format=%s', range], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}
