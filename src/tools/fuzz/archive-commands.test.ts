import { expect, it } from 'vitest';
import { tryArchive } from './archive-commands.ts';

it('the archive holds what was put in, through kills, migrations and restores, as far as a few rows tell', async () => {
  await expect(tryArchive({ rows: 25, longest: 30, seed: 1 })).resolves.toBeUndefined();
});
