import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTime, parseBound, parseInstant, toInstant } from "../../src/domain/time.js";

describe("parseInstant", () => {
  it.each([
    ["2016-01-10T00:00:00Z", "2016-01-10T00:00:00.000000Z"],
    ["2016-01-10T00:00:00z", "2016-01-10T00:00:00.000000Z"],
    ["2016-01-10t00:00:00Z", "2016-01-10T00:00:00.000000Z"],
    ["2016-01-10 00:00:00Z", "2016-01-10T00:00:00.000000Z"],
    ["2016-01-10T12:30Z", "2016-01-10T12:30:00.000000Z"],
    ["2016-01-10 12:30:45 +01:00", "2016-01-10T11:30:45.000000Z"],
    ["  2016-01-10T00:00:00Z\n", "2016-01-10T00:00:00.000000Z"],
    ["2016-02-29T23:59:59Z", "2016-02-29T23:59:59.000000Z"],
    ["2016-1-1T0:00Z", "2016-01-01T00:00:00.000000Z"],
    ["2016-1-9 1:2:3.5+01", "2016-01-09T00:02:03.500000Z"],
  ])("takes %j", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    ["+00:00", "2016-01-01T00:30:00.000000Z"],
    ["-00:00", "2016-01-01T00:30:00.000000Z"],
    ["+01:00", "2015-12-31T23:30:00.000000Z"],
    ["-01:00", "2016-01-01T01:30:00.000000Z"],
    ["+05:45", "2015-12-31T18:45:00.000000Z"],
    ["-0930", "2016-01-01T10:00:00.000000Z"],
    ["+14", "2015-12-31T10:30:00.000000Z"],
    ["-12", "2016-01-01T12:30:00.000000Z"],
  ])("turns the offset %s into UTC", (offset, instant) => {
    expect(parseInstant(`2016-01-01T00:30:00${offset}`)).toBe(instant);
  });

  it.each([
    [".1", "100000"],
    [".123", "123000"],
    [".123456", "123456"],
    [",5", "500000"],
    [".000001", "000001"],
    [".1234567", "123456"],
    [".999999999", "999999"],
    [".000000999999", "000000"],
  ])("reads the fraction %s to the microsecond, and drops what is finer", (fraction, microseconds) => {
    expect(parseInstant(`2016-01-10T00:00:00${fraction}Z`)).toBe(`2016-01-10T00:00:00.${microseconds}Z`);
    expect(parseInstant(`2016-01-10T00:00:00${fraction}-02:00`)).toBe(`2016-01-10T02:00:00.${microseconds}Z`);
  });

  it.each(["2016-01-10T00:00:00", "2016-01-10T00:00:00.123456", "2016-01-10 00:00", "2016-01-10T00:00:00 UTC", "2016-01-10T00:00:00CET"])(
    "requires a time zone: %s",
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  it.each([
    "2016-02-30T00:00:00Z",
    "2015-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2016-04-31T00:00:00Z",
    "2016-00-10T00:00:00Z",
    "2016-13-10T00:00:00Z",
    "2016-01-00T00:00:00Z",
    "2016-01-32T00:00:00Z",
    "2016-01-10T24:00:00Z",
    "2016-01-10T00:60:00Z",
    "2016-01-10T00:00:60Z",
    "2016-12-31T23:59:60Z",
    "2016-01-10T00:00:00+24:00",
    "2016-01-10T00:00:00+01:60",
  ])("refuses what no calendar or clock shows: %s", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it.each([
    "",
    "now",
    "Z",
    "2016-01-10",
    "2016-01-10Z",
    "2016-01-10T00Z",
    "16-01-10T00:00:00Z",
    "+002016-01-10T00:00:00Z",
    "2016-001-10T00:00:00Z",
    "2016--10T00:00:00Z",
    "2016-01-10T:00Z",
    "2016-01-10T000:00Z",
    "2016-01-10T00:00:00.Z",
    "2016-01-10T00:00:00.1234567890123Z",
    "2016-01-10T00:00.5Z",
    "2016-01-10T00:00:00+1",
    "2016-01-10T00:00:00+1:00",
    "2016-01-10T00:00:00Z+01:00",
    "x2016-01-10T00:00:00Z",
    "2016-01-10T00:00:00Zx",
    "1452384000",
    "Sun, 10 Jan 2016 00:00:00 GMT",
    "２０１６-01-10T00:00:00Z",
  ])("refuses what is not ISO-8601: %j", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("knows the years 1 to 9999, as they are in UTC", () => {
    expect(parseInstant("0001-01-01T00:00:00Z")).toBe("0001-01-01T00:00:00.000000Z");
    expect(parseInstant("0099-12-31T00:00:00Z")).toBe("0099-12-31T00:00:00.000000Z");
    expect(parseInstant("9999-12-31T23:59:59.999999Z")).toBe("9999-12-31T23:59:59.999999Z");
    expect(parseInstant("0000-12-31T23:30:00-01:00")).toBe("0001-01-01T00:30:00.000000Z");
    expect(parseInstant("0000-12-31T23:30:00Z")).toBeNull();
    expect(parseInstant("0001-01-01T00:30:00+01:00")).toBeNull();
    expect(parseInstant("9999-12-31T23:30:00-01:00")).toBeNull();
  });

  const dates = fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
  const offsets = fc.record({ sign: fc.constantFrom("+", "-"), hours: fc.nat(23), minutes: fc.nat(59) });
  const two = (number: number) => String(number).padStart(2, "0");

  it("reads back any date as it was written", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseInstant(date.toISOString())).toBe(toInstant(date));
        expect(parseInstant(toInstant(date))).toBe(toInstant(date));
      }),
    );
  });

  it("reads any date in any offset as the same instant, with its microseconds", () => {
    const middle = fc.date({ min: new Date("0002-01-01T00:00:00Z"), max: new Date("9998-12-31T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(middle, offsets, fc.nat(999), (date, { sign, hours, minutes }, microseconds) => {
        const ahead = (sign === "+" ? 1 : -1) * (hours * 60 + minutes) * 60_000;
        const local = new Date(date.getTime() + ahead).toISOString().slice(0, -1);
        const fine = String(microseconds).padStart(3, "0");
        expect(parseInstant(`${local}${fine}${sign}${two(hours)}:${two(minutes)}`)).toBe(date.toISOString().replace("Z", `${fine}Z`));
      }),
    );
  });

  it("takes a day and a time of day only where there are such", () => {
    const number = (most: number) => fc.oneof(fc.nat(most), fc.integer({ min: most - 3, max: most }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number(13), number(32), number(25), number(61), (year, month, day, hour, minute) => {
        const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && hour < 24 && minute < 60;
        const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`;
        expect(parseInstant(`${text}Z`)).toBe(exists ? `${text}.000000Z` : null);
      }),
      { numRuns: 500 },
    );
  });

  function daysOf(year: number, month: number): number {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  }

  it("refuses garbage without throwing, and gives nothing but Instants", () => {
    const pieces = fc.array(fc.constantFrom("2016", "0000", "02", "30", "-", ":", "T", " ", ".", "Z", "+", "5", "\n"), { maxLength: 20 });
    const almost = fc.stringMatching(/^\d{4}-[0-3]\d-[0-3]\d[T ][0-2]\d:[0-6]\d(:[0-6]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/);
    const texts = fc.oneof(
      fc.string(),
      pieces.map((some) => some.join("")),
      almost,
    );
    fc.assert(
      fc.property(texts, (text) => {
        const instant = parseInstant(text);
        if (instant === null) return;
        expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
        expect(parseInstant(instant)).toBe(instant);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseBound", () => {
  it.each([
    ["2016-01-10T00:00:00Z", "2016-01-10T00:00:00.000000Z", "2016-01-10T00:00:00.000999Z"],
    ["2016-01-10T00:00:00.1+01:00", "2016-01-09T23:00:00.100000Z", "2016-01-09T23:00:00.100999Z"],
    ["2016-01-10T23:59:59.999Z", "2016-01-10T23:59:59.999000Z", "2016-01-10T23:59:59.999999Z"],
    ["2016-1-10T0:00Z", "2016-01-10T00:00:00.000000Z", "2016-01-10T00:00:00.000999Z"],
    ["2016-01-10T00:00:00.1230Z", "2016-01-10T00:00:00.123000Z", "2016-01-10T00:00:00.123000Z"],
    ["2016-01-10T00:00:00.1234Z", "2016-01-10T00:00:00.123400Z", "2016-01-10T00:00:00.123400Z"],
    ["2016-01-10T00:00:00.000000Z", "2016-01-10T00:00:00.000000Z", "2016-01-10T00:00:00.000000Z"],
    ["2016-01-10T23:59:59.999999999Z", "2016-01-10T23:59:59.999999Z", "2016-01-10T23:59:59.999999Z"],
  ])("reads %s as what lies between %s and %s", (text, first, last) => {
    expect(parseBound(text)).toEqual({ first, last });
  });

  it("covers every time that is shown as the bound is", () => {
    const dates = fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.nat(999), (date, microseconds) => {
        const kept = toInstant(date).replace("000Z", `${String(microseconds).padStart(3, "0")}Z`);
        const { first = "", last = "" } = parseBound(formatTime(kept)) ?? {};
        expect(first <= kept && kept <= last).toBe(true);
        expect([first, last].map(formatTime)).toEqual([formatTime(kept), formatTime(kept)]);
      }),
    );
  });

  it("refuses what is no time", () => {
    for (const text of ["", "2016-01-10", "2016-02-30T00:00:00Z", "2016-01-10T00:00:00"]) expect(parseBound(text)).toBeNull();
  });
});

describe("toInstant", () => {
  it("writes a Date with microseconds", () => {
    expect(toInstant(new Date("2016-01-10T00:00:00.5Z"))).toBe("2016-01-10T00:00:00.500000Z");
  });

  it("keeps the order of the dates, as texts", () => {
    const dates = fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(toInstant(one) < toInstant(other)).toBe(one < other);
      }),
    );
  });
});

describe("formatTime", () => {
  it.each([
    ["PostgreSQL's text", "2016-01-10 00:00:00+00", "2016-01-10T00:00:00.000Z"],
    ["PostgreSQL's text of tenths", "2016-01-10 00:00:00.5+00", "2016-01-10T00:00:00.500Z"],
    ["PostgreSQL's text of hundredths", "2016-01-10 00:00:00.05+00", "2016-01-10T00:00:00.050Z"],
    ["PostgreSQL's text of milliseconds", "2016-01-10 00:00:00.123+00", "2016-01-10T00:00:00.123Z"],
    ["PostgreSQL's text of microseconds", "2016-01-10 23:59:59.123456+00", "2016-01-10T23:59:59.123Z"],
    ["an Instant", "2016-01-10T23:59:59.123456Z", "2016-01-10T23:59:59.123Z"],
    ["a time without a fraction", "2016-01-10T23:59:59Z", "2016-01-10T23:59:59.000Z"],
  ])("shows %s in UTC with milliseconds", (_, time, shown) => {
    expect(formatTime(time)).toBe(shown);
  });

  it("cuts what is finer and does not round, so that a time never moves into the next second", () => {
    expect(formatTime("2016-12-31 23:59:59.999999+00")).toBe("2016-12-31T23:59:59.999Z");
    expect(formatTime("2016-12-31 23:59:59.9995+00")).toBe("2016-12-31T23:59:59.999Z");
  });

  it("shows the Instant of a Date, and its text in PostgreSQL, alike", () => {
    const dates = fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.nat(999), (date, microseconds) => {
        const iso = date.toISOString();
        const fraction = `.${iso.slice(20, 23)}${String(microseconds).padStart(3, "0")}`.replace(/\.?0+$/, "");
        expect(formatTime(toInstant(date))).toBe(iso);
        expect(formatTime(`${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction}+00`)).toBe(iso);
      }),
    );
  });
});
