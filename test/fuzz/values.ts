import fc from "fast-check";

/** Times and durations that are right, and some that only look so. */
export const times = [
  "2016-01-10T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "0001-01-01T00:00:00+23:59",
  "2016-02-30T00:00:00Z",
  "P99999999999W",
  "PT0.5S",
];
const oddTexts = [
  "",
  " ",
  "1",
  "-1",
  "0",
  "1.5",
  "1e9",
  "2147483648",
  "99999999999999999999",
  "\0",
  "\ud800",
  "null",
  "__proto__",
  "constructor",
  "%",
  "🛰",
];
export const text = fc.oneof(fc.constantFrom(...oddTexts, ...times, "x".repeat(300)), fc.string(), fc.string({ unit: "binary" }));
export const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 1.5, 1000, 1001, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308),
  fc.integer(),
  fc.double(),
);
/** Whatever JSON can say. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, [], {}, [null], [[]]),
  text,
  number,
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly values of the kind, so that what is within and behind them is reached, too. */
export const nearly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: anything });
