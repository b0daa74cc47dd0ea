import { afterEach, expect, it } from "vitest";
import { fromLocal, toLocal } from "../../src/console/pages/newBatch/localTime.js";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each(["Asia/Kolkata", "America/New_York", "Europe/Amsterdam"])(
  "Times stand in a form as they are in %s, and are the same again",
  (name) => {
    process.env.TZ = name;
    // Before zones had whole minutes, too, and where daylight saving time begins and ends.
    for (const time of ["1850-06-01T12:00:00.000Z", "2016-03-27T01:00:00.000Z", "2016-10-30T02:30:00.000Z"])
      expect(fromLocal(toLocal(time), 0)).toBe(time);
  },
);
