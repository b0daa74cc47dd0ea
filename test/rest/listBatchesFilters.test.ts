import { beforeAll, describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { makeType, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

/** Batches by title; each was last modified at noon of its day in June 2015. */
const batches = [
  { title: "a", day: 1, status: "SUBMITTED", type: "one" },
  { title: "b", day: 2, status: "CREATED", type: "one" },
  { title: "c", day: 3, status: "CREATING", type: "two" },
  { title: "d", day: 4, status: "CREATED", type: "two" },
  { title: "e", day: 5, status: "CANCELED", type: "three" },
];
const types = new Map<string, TestType>();
const idOf = (type: string) => types.get(type)?.id;

beforeAll(async () => {
  for (const type of ["one", "two", "three"]) types.set(type, await makeType(database(), "parse", { name: type }));
  for (const { title, day, status, type } of batches) {
    const id = await submit(database(), types.get(type) as TestType, {}, { title });
    const lastModified = new Date(Date.UTC(2015, 5, day, 12));
    await database().prisma.batch.update({ where: { id }, data: { status, lastModified } });
  }
});

async function titles(query: string): Promise<string> {
  const { status, body } = await get(app(), `/batches/?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.count).toBe(body.results.length);
  return body.results.map(({ title }: { title: string }) => title).join("");
}

async function refusal(query: string): Promise<string> {
  const { status, body } = await get(app(), `/batches/?${query}`);
  expect(status).toBe(400);
  return body.detail;
}

describe("Batch List's status", () => {
  it.each([
    ["status=CREATED", "bd"],
    ["status=SUBMITTED", "ace"],
    ["status=SUBMITTED&status=CREATED", "abcde"],
  ])("%s finds %s: what is not CREATED counts as SUBMITTED", async (query, found) => {
    expect(await titles(query)).toBe(found);
  });

  it.each(["status=FOO", "status=created", "status=", "status=CREATING", "status=%00"])("%s matches nothing", async (query) => {
    expect(await titles(query)).toBe("");
  });

  it("that is none of the choices adds nothing to one that is", async () => {
    expect(await titles("status=FOO&status=CREATED")).toBe("bd");
  });
});

describe("Batch List's recipe types", () => {
  it("are found by id", async () => {
    expect(await titles(`recipe_type_id=${idOf("one")}`)).toBe("ab");
    expect(await titles(`recipe_type_id=${idOf("one")}&recipe_type_id=${idOf("three")}`)).toBe("abe");
    for (const sign of ["+", "%2B", "%20", "%09%2b"]) expect(await titles(`recipe_type_id=${sign}${idOf("one")}`)).toBe("ab");
  });

  it.each(["0", "-1", "2147483647", "2147483648", "99999999999999999999"])("that can't be are not found: id %s", async (id) => {
    expect(await titles(`recipe_type_id=${id}`)).toBe("");
    expect(await titles(`recipe_type_id=${id}&recipe_type_id=${idOf("one")}`)).toBe("ab");
  });

  it.each(["abc", "1.5", "", "1x", "null"])("must have integers for ids, which %j is not", async (id) => {
    expect(await refusal(`recipe_type_id=${id}`)).toContain(`recipe_type_id: "${id}" is not an integer`);
  });

  it("are found by name, whole and in its own case", async () => {
    expect(await titles("recipe_type_name=one")).toBe("ab");
    expect(await titles("recipe_type_name=one&recipe_type_name=two")).toBe("abcd");
    expect(await titles("recipe_type_name=ONE")).toBe("");
    expect(await titles("recipe_type_name=on")).toBe("");
    expect(await titles("recipe_type_name=")).toBe("");
    expect(await titles("recipe_type_name=%00")).toBe("");
    expect(await titles("recipe_type_name=%00&recipe_type_name=two")).toBe("cd");
  });

  it("are found by name in all versions", async () => {
    const second = await makeType(database(), "parse", { name: "three", version: "2.0" });
    const id = await submit(database(), second, {}, { title: "f" });
    await database().prisma.batch.update({ where: { id }, data: { lastModified: new Date(Date.UTC(2015, 5, 6, 12)) } });
    expect(await titles("recipe_type_name=three")).toBe("ef");
    expect(await titles(`recipe_type_name=three&recipe_type_id=${second.id}`)).toBe("f");
  });
});

describe("Batch List's filters", () => {
  it("must all match", async () => {
    expect(await titles("status=CREATED&recipe_type_name=two")).toBe("d");
    expect(await titles("status=CREATED&recipe_type_name=two&started=2015-06-05T00:00:00Z")).toBe("");
  });

  it("leave out parameters that are not documented", async () => {
    expect(await titles("status=CREATED&foo=bar&id=1")).toBe("bd");
  });
});

describe("Batch List's time range", () => {
  it.each([
    ["started=2015-06-03T12:00:00Z", "cdef"],
    ["started=2015-06-03T12:00:00.000001Z", "def"],
    ["ended=2015-06-03T12:00:00Z", "abc"],
    ["ended=2015-06-03T11:59:59.999999Z", "ab"],
    ["started=2015-06-02T12:00:00Z&ended=2015-06-04T12:00:00Z", "bcd"],
    ["started=2015-06-03T14:00:00%2B02:00&ended=2015-06-03T14:00:01%2B02:00", "c"],
    ["started=2015-06-03T14:00:00%2B0200&ended=2015-06-03T14:00:01%2B02", "c"],
    ["started=2015-06-03T14:00:00+02:00&ended=2015-06-03T14:00:01+02:00", "c"],
    ["started=2015-06-03T07:00:00-05:00&ended=2015-06-03T07:00:01-05:00", "c"],
    ["started=2015-06-03T12:00Z&ended=2015-06-03T12:01Z", "c"],
    ["started=2015-6-3T12:00Z&ended=2015-6-3T12:1Z", "c"],
  ])("is one of last_modified, and inclusive: %s", async (query, found) => {
    expect(await titles(query)).toBe(found);
  });

  it("covers the millisecond that it ends with, as times are shown; with microseconds it covers these", async () => {
    const { prisma } = database();
    const { id, lastModified } = await prisma.batch.findFirstOrThrow({ where: { title: "c" } });
    const text = "UPDATE batch SET last_modified = last_modified + interval '999 microseconds' WHERE id = $1";
    await database().query({ text }, [id]);
    const shown = (await get(app(), `/batches/${id}/`)).body.last_modified;
    expect(shown).toBe(lastModified.toISOString());
    expect(await titles(`started=2015-06-03T11:59:59.999999Z&ended=${shown}`)).toBe("c");
    expect(await titles(`started=${shown}&ended=2015-06-03T12:00:00.000999Z`)).toBe("c");
    expect(await titles(`started=${shown}&ended=2015-06-03T12:00:00.000998Z`)).toBe("");
    await prisma.batch.update({ where: { id }, data: { lastModified } });
  });

  it.each(["2015-06-03T12:00:00", "2015-06-03", "2015-06-03 12:00", "yesterday", "", "2015-02-30T00:00:00Z", "2015-06-03T25:00:00Z"])(
    "refuses %j: a time needs a zone, and must exist",
    async (text) => {
      for (const name of ["started", "ended"]) {
        expect(await refusal(`${name}=${encodeURIComponent(text)}`)).toContain(
          `${name}: must be an ISO-8601 date and time with a time zone`,
        );
      }
    },
  );

  it("refuses started where it is ended, or after it", async () => {
    expect(await refusal("started=2015-06-03T12:00:00Z&ended=2015-06-03T12:00:00Z")).toBe("started: must be before ended");
    expect(await refusal("started=2015-06-03T14:00:00%2B02:00&ended=2015-06-03T12:00:00Z")).toBe("started: must be before ended");
    expect(await refusal("started=2015-06-04T12:00:00Z&ended=2015-06-03T12:00:00Z")).toBe("started: must be before ended");
    expect(await refusal("started=PT1H&ended=PT1H")).toBe("started: must be before ended");
    expect(await refusal("started=PT1H&ended=PT2H")).toBe("started: must be before ended");
  });

  it("may start in the future", async () => {
    expect(await titles("started=2100-01-01T00:00:00Z")).toBe("");
  });
});

describe("Batch List's durations", () => {
  const hour = 3_600_000;

  it.each([
    ["PT3H0M0S", 3 * hour],
    ["P1D", 24 * hour],
    ["P1DT12H", 36 * hour],
    ["PT90M", 1.5 * hour],
    ["PT1.5H", 1.5 * hour],
    ["PT1,5H", 1.5 * hour],
    ["PT5400.5S", 1.5 * hour],
    ["P0.5D", 12 * hour],
    ["P2W", 14 * 24 * hour],
    ["pt3h", 3 * hour],
  ])("%s is that long before now", async (duration, length) => {
    const moved = async (title: string, age: number) =>
      database().prisma.batch.updateMany({ where: { title }, data: { lastModified: new Date(Date.now() - age) } });
    await moved("a", length + 60_000);
    await moved("b", length - 60_000);
    const found = await titles(`started=${duration}`);
    expect(found).toContain("b");
    expect(found).not.toContain("a");
    expect(await titles(`ended=${duration}&started=2016-01-01T00:00:00Z`)).toBe("a");
  });

  it.each(["P", "PT", "P1DT", "1D", "P1H", "PT1D", "P1Y", "P1M", "-PT1H", "PT1H30", "PTH", "P99999999999D", "P9999999D"])(
    "%s is refused",
    async (duration) => {
      expect(await refusal(`started=${duration}`)).toContain("started: must be an ISO-8601 date and time");
    },
  );
});
