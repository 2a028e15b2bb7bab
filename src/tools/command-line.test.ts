import { afterEach, describe, expect, it, vi } from 'vitest';
import { askedOf } from './command-line.ts';

const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const ended = vi.spyOn(process, 'exit').mockImplementation((code) => {
  throw new Error(`ended with ${code}`);
});
const { argv } = process;
afterEach(() => {
  process.argv = argv;
  for (const spy of [printed, said, ended]) spy.mockClear();
});

const asked = (...args: string[]) => {
  process.argv = ['node', 'command.ts', ...args];
  return askedOf('what it does', { options: { files: { type: 'string', default: '9' } } });
};

describe('what a command is asked', () => {
  it('is answered with what stands for what is left out', () => {
    expect(asked().values).toEqual({ files: '9' });
    expect(asked('--files', '3').values).toEqual({ files: '3' });
  });

  it('is explained on --help, and nothing is done', () => {
    expect(() => asked('--files', '3', '--help')).toThrow('ended with 0');
    expect(printed).toHaveBeenCalledExactlyOnceWith('what it does');
  });

  it('is refused in a sentence where the command does not know it', () => {
    expect(() => asked('--fast')).toThrow('ended with 2');
    expect(said.mock.calls[0]?.[0]).toContain('--fast');
  });
});
