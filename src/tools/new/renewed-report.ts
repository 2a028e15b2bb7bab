/** What is left to do where the captured LIVE's report, which a test holds, has something more. */
export const renewedReport = (more: string): string =>
  `the captured LIVE’s report, which has one ${more} more: npx vitest run src/diagnosis/captured-report.test.ts -u`;
