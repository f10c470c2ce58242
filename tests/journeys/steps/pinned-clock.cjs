// Loaded into the main process before the app: its clock starts at an instant of the test's choosing and
// runs on from there. Which day of the week a test is run on decides nothing.
const { CLOCK_OFFSET_MS } = process.env;
const offsetMs = Number(CLOCK_OFFSET_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offsetMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
};
