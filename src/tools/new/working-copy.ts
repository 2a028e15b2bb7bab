import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of the project, by their path from its root. */
export class WorkingCopy {
  constructor(private readonly root: string) {}

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** The names in a folder, sorted. */
  names(folder: string): readonly string[] {
    return readdirSync(join(this.root, folder)).sort();
  }

  /** Whether a TypeScript file of a folder, or of one within it, exports something under a name. */
  exports(folder: string, name: string): boolean {
    const exported = new RegExp(`^export (?:async )?(?:const|function|class) ${name}\\b`, 'm');
    return readdirSync(join(this.root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .some((file) => exported.test(this.read(join(folder, file))));
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
