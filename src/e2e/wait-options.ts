/**
 * How long a browser test waits for what is on its way. Long, because a busy machine is slow and
 * waiting costs nothing where the product works.
 */
export const TEST_PATIENCE_MS = 20_000;
