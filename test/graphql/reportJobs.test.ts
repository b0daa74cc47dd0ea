import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { reportJobs, workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { claim, report } = workersDoor(client);

/** What "parse" gives to "publish". */
const output_data = [{ name: "out", type: "property", required: false }];
const results = { version: "1.0", output_data: [{ name: "out", value: "x" }] };

let type: TestType;
beforeAll(async () => {
  const interfaces = { parse: { job_type_interface: { version: "1.0", output_data } }, publish: { max_tries: 1 } };
  type = await makeType(database(), "parse publish<parse", { jobTypes: interfaces });
  await makeManyRecipes(database(), type, 4);
});
beforeEach(async () => {
  await database().prisma.job.updateMany({ where: { status: "QUEUED", batchId: { not: null } }, data: { status: "CANCELED" } });
});

/** Claims jobs of a new batch. @returns their tokens */
async function claimed(max: number): Promise<string[]> {
  await runBatch(database(), type, { all_jobs: true });
  const { claims } = await claim({ max });
  expect(claims).toHaveLength(max);
  return claims.map(({ token }) => token);
}

const refused = (i: number, code: string, ...path: string[]) => ({
  accepted: false,
  error: { code, path: ["reports", String(i), ...path], message: expect.any(String) },
});

describe("reportJobs", () => {
  it("answers each report for itself, in their order", async () => {
    const [done, failed, released, beating] = (await claimed(4)) as [string, string, string, string];
    const { outcomes, claims, errors } = await report([
      { token: beating, heartbeat: { leaseSeconds: 600 } },
      { token: "banana", heartbeat: {} },
      { token: done, completed: { results, exitCode: 0, logTail: "done" } },
      { token: failed, failed: { error: "no-disk", message: "The disk is full", retryable: false, exitCode: 3, logTail: "full" } },
      { token: released, released: { reason: "The worker stops" } },
    ]);
    expect([claims, errors]).toEqual([[], []]);
    expect(outcomes.map(({ token }) => token)).toEqual([beating, "banana", done, failed, released]);
    expect(outcomes[0]).toMatchObject({ accepted: true, error: null, job: { status: "RUNNING" }, shouldStop: null });
    expect(new Date(outcomes[0]?.leaseExpires as string).getTime()).toBeGreaterThan(Date.now() + 300_000);
    expect(outcomes[1]).toMatchObject({ ...refused(1, "STALE_EXECUTION", "token"), job: null, leaseExpires: null });
    expect(outcomes[2]).toMatchObject({ accepted: true, job: { status: "COMPLETED" }, leaseExpires: null });
    expect(outcomes[3]).toMatchObject({ accepted: true, job: { status: "FAILED" } });
    expect(outcomes[4]).toMatchObject({ accepted: true, job: { status: "QUEUED" } });
  });

  it("answers the same report the same, and refuses another one for an execution that has ended", async () => {
    const [token] = (await claimed(1)) as [string];
    const first = await report([{ token, completed: { results } }]);
    expect(first.outcomes[0]?.accepted).toBe(true);
    expect(await report([{ token, completed: { results } }])).toEqual(first);
    expect((await report([{ token, failed: { error: "late" } }])).outcomes[0]).toMatchObject(refused(0, "STALE_EXECUTION", "token"));
  });

  it.each([
    [{}, "INVALID", []],
    [{ heartbeat: {}, released: {} }, "INVALID", []],
    [{ heartbeat: { leaseSeconds: 4 } }, "INVALID", ["heartbeat", "leaseSeconds"]],
    [{ heartbeat: { leaseSeconds: 3601 } }, "INVALID", ["heartbeat", "leaseSeconds"]],
    [{ failed: { error: "" } }, "INVALID", ["failed", "error"]],
    [{ failed: { error: "e".repeat(51) } }, "INVALID", ["failed", "error"]],
    [{ failed: { error: "e", retryAfterSeconds: -1 } }, "INVALID", ["failed", "retryAfterSeconds"]],
    [{ completed: { results: { version: "1.0", output_data: [{ name: "banana", value: 1 }] } } }, "INVALID", ["completed", "results"]],
    [{ completed: { results: { output_data: [{ name: "out", value: "x".repeat(262_144) }] } } }, "TOO_LARGE", ["completed", "results"]],
  ])("refuses %j, and takes the reports beside it", async (wrong, code, path) => {
    const [token, other] = (await claimed(2)) as [string, string];
    const { outcomes, errors } = await report([
      { token, ...wrong },
      { token: other, completed: {} },
    ]);
    expect(errors).toEqual([]);
    expect(outcomes[0]).toMatchObject({ token, accepted: false, error: { code } });
    expect(outcomes[0]?.error?.path.slice(0, 2 + path.length)).toEqual(["reports", "0", ...path]);
    expect(outcomes[1]).toMatchObject({ accepted: true, error: null });
    expect((await report([{ token, heartbeat: {} }])).outcomes[0]?.accepted).toBe(true);
  });

  it("claims in the same call, when the reports are done", async () => {
    const [token] = (await claimed(1)) as [string];
    const { outcomes, claims } = await report([{ token, completed: { results } }], { jobTypes: [{ name: "publish" }] });
    expect(outcomes[0]?.accepted).toBe(true);
    expect(claims.map(({ job }) => job.jobType.name)).toEqual(["publish"]);
  });

  it.each([
    [{ max: 0 }, "INVALID", ["claim", "max"]],
    [{ jobTypes: [{ name: "banana" }] }, "NOT_FOUND", ["claim", "jobTypes", "0"]],
  ])("takes up the reports, and refuses the claim, where it is %j", async (wrong, code, path) => {
    const [token] = (await claimed(1)) as [string];
    expect(await report([{ token, completed: { results } }], wrong)).toMatchObject({
      outcomes: [{ token, accepted: true }],
      claims: [],
      errors: [{ code, path, message: expect.any(String) }],
    });
  });

  it("takes up nothing, and hands out nothing, where there are too many reports", async () => {
    await claimed(1);
    expect(await report(Array(1001).fill({ token: "a", heartbeat: {} }), {})).toEqual({
      outcomes: [],
      claims: [],
      errors: [{ code: "TOO_LARGE", path: ["reports"], message: "must have at most 1000 values" }],
    });
  });

  it("takes a thousand reports, and a hundred completions of 8 kB each", async () => {
    const { outcomes } = await report(Array(1000).fill({ token: "a", heartbeat: {} }));
    expect(outcomes).toHaveLength(1000);
    const large = { version: "1.0", output_data: [{ name: "out", value: "x".repeat(8000) }] };
    const tokens = await claimed(4);
    const reports = Array.from({ length: 100 }, (_, i) => ({ token: tokens[i] ?? "a", completed: { results: large } }));
    expect((await report(reports)).outcomes.filter(({ accepted }) => accepted)).toHaveLength(4);
  });

  it("reads jobs only where they are selected", async () => {
    const onlyAccepted = graphql(`mutation OnlyAccepted($input: ReportJobsInput!) { reportJobs(input: $input) { outcomes { accepted } } }`);
    const [one, other] = (await claimed(2)) as [string, string];
    const read = /FROM job WHERE id = ANY/;
    const input = (token: string) => ({ input: { reports: [{ token, heartbeat: {} }] } });
    const plain = await statementsOf(() => query(onlyAccepted, input(one)));
    expect(plain.statements.filter((text) => read.test(text))).toEqual([]);
    const whole = await statementsOf(() => query(reportJobs, input(other)));
    expect(whole.statements.filter((text) => read.test(text))).toHaveLength(1);
  });
});
