/** Runs one step of several, so that its failure ends in the error log and not what comes behind it. */
export async function runIsolated(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error(error);
  }
}
