import { ensureBrowser } from '../demo/browser.ts';
import { prepareExtension } from './test-build.ts';

/** Before the first browser test: the extension under test, and a browser to run it in. */
export default async function prepare(): Promise<void> {
  await prepareExtension();
  await ensureBrowser((line) => console.log(line));
}
