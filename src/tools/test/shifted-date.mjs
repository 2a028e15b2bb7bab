/**
 * Loaded into every Node process of a test run on another day (`node --import`): the time of day is
 * shifted by TEST_TIME_OFFSET_MS milliseconds. Durations stay as they are.
 */
const offset = Number(process.env.TEST_TIME_OFFSET_MS ?? 0);
const RealDate = Date;

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }

  static now() {
    return RealDate.now() + offset;
  }
};
