import { expect, it } from 'vitest';
import { tryArchive } from './archive-commands.ts';

it('the archive holds what was put in, through kills, migrations and restores, as far as a few rows tell', async () => {
  await expect(tryArchive({ rows: 5, longest: 20, seed: 1 })).resolves.toBeUndefined();
});
