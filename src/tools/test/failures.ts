import * as v from 'valibot';

/** What vitest's json reporter writes of failures, as far as it is read here. */
const UnitReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.optional(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});

interface Suite {
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly file: string;
    readonly tests: readonly {
      readonly results: readonly {
        readonly error?: { readonly message?: string | undefined } | undefined;
      }[];
    }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const Suite: v.GenericSchema<unknown, Suite> = v.object({
  title: v.string(),
  specs: v.array(
    v.object({
      title: v.string(),
      ok: v.boolean(),
      file: v.string(),
      tests: v.array(
        v.object({
          results: v.array(
            v.object({ error: v.optional(v.object({ message: v.optional(v.string()) })) }),
          ),
        }),
      ),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});

/** What Playwright's json reporter writes of failures, as far as it is read here. */
const BrowserReport = v.object({ suites: v.array(Suite) });

/**
 * One line for each failed unit test or file that didn't load, as `file › test: first line of the
 * message`, from what vitest's json reporter wrote; none where that can't be read.
 */
export function failedUnitTests(report: unknown): readonly string[] {
  const { success, output } = v.safeParse(UnitReport, report);
  if (!success) return [];
  return output.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [line([name], message)];
    return failed.map((result) => line([name, result.fullName], result.failureMessages[0]));
  });
}

/** The same from what Playwright's json reporter wrote. */
export function failedBrowserTests(report: unknown): readonly string[] {
  const { success, output } = v.safeParse(BrowserReport, report);
  return success ? output.suites.flatMap((suite) => failedIn(suite, [])) : [];
}

function failedIn(suite: Suite, above: readonly string[]): readonly string[] {
  const titles = [...above, suite.title];
  const own = suite.specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return line(
        [file, ...titles.slice(1), title],
        errors.find((message) => message !== undefined),
      );
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedIn(inner, titles))];
}

// Terminals' colours, which both tools write into their messages.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function line(names: readonly string[], message = ''): string {
  const [first = ''] = message.replace(COLOURS, '').split('\n');
  return first === '' ? names.join(' › ') : `${names.join(' › ')}: ${first}`;
}
