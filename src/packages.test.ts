import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(resolve(import.meta.dirname, '..', name), 'utf8')));

const versions = v.optional(v.record(v.string(), v.string()), {});
const project = read(
  'package.json',
  v.object({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    allowScripts: v.record(v.string(), v.boolean()),
  }),
);
const { packages } = read(
  'package-lock.json',
  v.object({
    packages: v.record(
      v.string(),
      v.object({ version: v.optional(v.string()), hasInstallScript: v.optional(v.boolean()) }),
    ),
  }),
);

describe('the packages that the project is made with', () => {
  it('are of one exact version each', () => {
    const asked = {
      ...project.dependencies,
      ...project.devDependencies,
      ...project.optionalDependencies,
    };
    const loose = Object.entries(asked).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    const installed = Object.entries(asked).filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    );
    expect(installed).toEqual([]);
  });

  it('run nothing when they are installed but what is listed, and nothing is listed that is gone', () => {
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(Object.keys(project.allowScripts).sort()).toEqual([...new Set(scripted)].sort());
    // Both come ready built for the systems that the project runs on.
    expect(Object.values(project.allowScripts)).toEqual([false, false]);
  });
});
