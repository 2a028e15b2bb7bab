import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const SOURCE = 'src/content/at-need.ts';
/** Where `manifest.json` and the launcher expect it. */
const BUILT = 'src/content/at-need.js';

/**
 * Makes the file that the launcher loads at need: one file that imports no other, since a page's script can load only
 * what the manifest names. `root` is the folder of the project.
 */
export function atNeedFile(root: string): Plugin {
  let target: string | string[] | false = false;
  return {
    name: 'at-need-file',
    apply: 'build',
    configResolved(config) {
      target = config.build.target;
    },
    async buildStart() {
      const built = await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target,
          modulePreload: false,
          rolldownOptions: {
            input: join(root, SOURCE),
            // Its exports are what it is loaded for.
            preserveEntrySignatures: 'strict',
            output: { format: 'es' },
          },
        },
      });
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const [file, ...others] = outputs;
      if (file?.type !== 'chunk' || others.length > 0) {
        throw new Error(`${SOURCE} is to be built into one script.`);
      }
      this.emitFile({ type: 'asset', fileName: BUILT, source: file.code });
    },
  };
}
