import { describe, expect, test } from "vitest";
import { forcedJobs, forcesJobs, readBatchDefinition } from "../../../src/domain/batch/batchDefinition.js";

const read = (document: unknown) => readBatchDefinition(document).definition;
/** Where the problems are, joined by dots. */
const wrong = (document: unknown): string[] => {
  const { definition, problems } = readBatchDefinition(document);
  expect(definition === null).toBe(problems.length > 0);
  return problems.map(({ code, path }) => `${code} ${path.join(".")}`);
};

describe("a batch definition", () => {
  test("may be empty; its version is filled in", () => {
    expect(read({})).toEqual({ version: "1.0" });
  });

  test("comes back as it was sent, with all its keys", () => {
    const full = {
      version: "1.0",
      date_range: { type: "data", started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00+01:00" },
      job_names: ["parse", "mask"],
      all_jobs: true,
      priority: 5,
    };
    expect(read(full)).toEqual(full);
  });

  test.each([null, [], "{}", 1, true])("must be an object, not %j", (document) => {
    expect(wrong(document)).toEqual(["INVALID definition"]);
    expect(wrong(undefined)).toEqual(["REQUIRED definition"]);
  });

  test("must have no other keys", () => {
    expect(wrong({ jobs: [], "date-range": {} })).toEqual(["INVALID definition.jobs", "INVALID definition.date-range"]);
    expect(wrong(JSON.parse('{"__proto__": {"all_jobs": true}}'))).toEqual(["INVALID definition.__proto__"]);
  });

  test.each(["1.1", "1", "", 1, ["1.0"]])("must not have the version %j", (version) => {
    expect(wrong({ version })).toEqual(["INVALID definition.version"]);
  });

  test("is refused with everything that is wrong in it", () => {
    const document = { version: "2", date_range: { type: "x", since: 1, started: "today" }, job_names: "a", all_jobs: 1, priority: "x" };
    expect(wrong(document).sort()).toEqual([
      "INVALID definition.allJobs",
      "INVALID definition.dateRange.since",
      "INVALID definition.dateRange.started",
      "INVALID definition.dateRange.type",
      "INVALID definition.jobNames",
      "INVALID definition.priority",
      "INVALID definition.version",
    ]);
  });

  test("takes null for absent", () => {
    expect(read({ version: null, date_range: null, all_jobs: null, priority: null })).toEqual({ version: "1.0" });
  });

  test("reports problems under the path that the caller gives", () => {
    expect(readBatchDefinition({ version: "2" }, ["input", "definition"]).problems[0]?.path).toEqual(["input", "definition", "version"]);
  });
});

describe("its date range", () => {
  const started = "2016-01-10T00:00:00Z";
  const ended = "2016-02-10T00:00:00Z";

  test("is of type created unless it says otherwise", () => {
    expect(read({ date_range: { started } })).toEqual({ version: "1.0", date_range: { type: "created", started } });
    expect(read({ date_range: { type: null, ended } })).toEqual({ version: "1.0", date_range: { type: "created", ended } });
    expect(read({ date_range: { type: "data", started, ended } })?.date_range).toEqual({ type: "data", started, ended });
  });

  test("needs one of its bounds", () => {
    for (const range of [{}, { type: "data" }, { started: null }, { started: null, ended: null }]) {
      expect(wrong({ date_range: range })).toEqual(["INVALID definition.dateRange"]);
    }
  });

  test.each([[[]], ["2016"], [1], [false]])("must be an object, not %j", (range) => {
    expect(wrong({ date_range: range })).toEqual(["INVALID definition.dateRange"]);
  });

  test("must have no other keys", () => {
    expect(wrong({ date_range: { started, zone: "Z" } })).toEqual(["INVALID definition.dateRange.zone"]);
  });

  test.each(["CREATED", "modified", 1, ["data"]])("must not be of type %j", (type) => {
    expect(wrong({ date_range: { type, started } })).toEqual(["INVALID definition.dateRange.type"]);
  });

  test.each([
    "2016-01-10T00:00:00Z",
    "2016-01-10T00:00:00.000Z",
    "2016-01-10T00:00:00.123456+05:30",
    "2016-01-10T00:00:00-0800",
    "2016-01-10T00:00+01",
    "2016-01-10 00:00:00Z",
    "2016-02-29T23:59:59Z",
  ])("takes the time %s, and keeps it as it was written", (time) => {
    expect(read({ date_range: { started: time, ended: time } })?.date_range).toEqual({ type: "created", started: time, ended: time });
  });

  test.each([
    "2016-01-10T00:00:00",
    "2016-01-10T00:00:00.000",
    "2016-01-10",
    "2016-01-10Z",
    "2015-02-29T00:00:00Z",
    "2016-13-01T00:00:00Z",
    "2016-01-10T24:00:00Z",
    "2016-01-10T00:60:00Z",
    "2016-01-10T00:00:00+24:00",
    "2016-01-10T00:00:00 Europe/Vienna",
    "PT3H",
    "now",
    "infinity",
    "",
    1_452_384_000,
    {},
  ])("does not take %j for a bound: it names no instant", (time) => {
    expect(wrong({ date_range: { started: time } })).toEqual(["INVALID definition.dateRange.started"]);
    expect(wrong({ date_range: { ended: time } })).toEqual(["INVALID definition.dateRange.ended"]);
  });
});

describe("its job names", () => {
  test("are an array of strings, or null", () => {
    for (const job_names of [null, [], ["parse"], ["parse", "parse", ""]])
      expect(read({ job_names })).toEqual({ version: "1.0", job_names });
  });

  test.each(["parse", {}, 1, [1], [null], [["parse"]]])("are not %j", (job_names) => {
    expect(wrong({ job_names })).toEqual(["INVALID definition.jobNames"]);
  });

  test("force those jobs, unless all_jobs forces every job", () => {
    const forced = (document: unknown) => {
      const definition = read(document);
      if (!definition) throw new Error("not valid");
      expect(forcesJobs(definition)).toBe(forcedJobs(definition).length > 0);
      return forcedJobs(definition);
    };
    expect(forced({})).toEqual([]);
    expect(forced({ job_names: null, all_jobs: false })).toEqual([]);
    expect(forced({ job_names: ["parse"] })).toEqual(["parse"]);
    expect(forced({ job_names: ["parse"], all_jobs: true })).toBe("ALL");
    expect(forced({ job_names: [], all_jobs: true })).toBe("ALL");
  });
});

describe("its other keys", () => {
  test.each(["true", 1, 0, [], {}])("all_jobs is not %j", (all_jobs) => {
    expect(wrong({ all_jobs })).toEqual(["INVALID definition.allJobs"]);
  });

  test("all_jobs is true or false", () => {
    for (const all_jobs of [true, false]) expect(read({ all_jobs })).toEqual({ version: "1.0", all_jobs });
  });

  test.each([0, 1, -5, 2_147_483_647])("priority may be %d", (priority) => {
    expect(read({ priority })).toEqual({ version: "1.0", priority });
  });

  test.each([1.5, "5", true, [5], 2_147_483_648, -2_147_483_649, Number.NaN, Number.POSITIVE_INFINITY])(
    "priority is not %j",
    (priority) => {
      expect(wrong({ priority })).toEqual(["INVALID definition.priority"]);
    },
  );
});
