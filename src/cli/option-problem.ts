import type { TerminalKey, TerminalText } from './text.ts';

/** A command line that asks for nothing that can be done, and why, in one sentence. */
interface OptionProblem {
  readonly want: 'nothing';
  readonly problem: TerminalText;
}

/** What is wrong with a command line. @param values what the sentence names, as it was typed */
export function optionProblem(
  key: TerminalKey,
  values: Readonly<Record<string, string>> = {},
): OptionProblem {
  const texts = Object.entries(values).map(
    ([name, text]) => [name, { kind: 'text', text }] as const,
  );
  return { want: 'nothing', problem: { key, values: Object.fromEntries(texts) } };
}

/** The same of what `parseArgs` threw: its first sentence, as those after it are for programmers. */
export function badOption(error: unknown): OptionProblem {
  const message = error instanceof Error ? error.message : String(error);
  return optionProblem('cli_bad_option', { problem: message.split('. ')[0] ?? message });
}
