import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { updateJobType } from "../support/operatorMutations.js";
import { ownWork } from "../support/ownWork.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { workOn, complete } = ownWork(database, client);

describe("updateJobType", () => {
  const update = async (id: number | string, input: { maxRunning?: number | null; isPaused?: boolean | null }) =>
    (await query(updateJobType, { id, input })).updateJobType;

  it("limits how many jobs of a type run at once, in all batches, and pauses it", async () => {
    const { take, job } = await workOn("@-a", 4);
    const { jobTypeId } = await job("a");
    expect(await update(globalId("JobType", jobTypeId), { maxRunning: 1 })).toEqual({
      jobType: { databaseId: jobTypeId, isPaused: false, maxRunning: 1 },
      errors: [],
    });
    const [first] = await take();
    expect(await take()).toEqual([]);
    await complete([first as string]);
    expect(await take()).toHaveLength(1);
    expect((await update(jobTypeId, { maxRunning: null, isPaused: true })).jobType).toMatchObject({ isPaused: true, maxRunning: null });
    expect(await take()).toEqual([]);
    const { paused } = await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } });
    expect(paused).toBeInstanceOf(Date);
    await update(jobTypeId, { isPaused: true });
    expect((await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } })).paused).toEqual(paused);
    await update(jobTypeId, { isPaused: false });
    expect((await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } })).paused).toBeNull();
    expect(await take()).toHaveLength(2);
  });

  it("refuses what is no limit, the gateway's own types, and what there is not", async () => {
    const { job } = await workOn("@-a");
    const { jobTypeId } = await job("a");
    const refused = async (id: number | string, input: { maxRunning?: number }) => (await update(id, input)).errors;
    expect(await refused(jobTypeId, { maxRunning: 0 })).toEqual([
      { code: "INVALID", path: ["maxRunning"], message: "must be an integer from 1 on, or null" },
    ]);
    const { id, name, version } = await database().prisma.jobType.findFirstOrThrow({ where: { isSystem: true } });
    const message = `Job type ${name} ${version} is the gateway's own: its jobs are not handed out`;
    expect(await refused(id, { maxRunning: 1 })).toEqual([{ code: "CONFLICT", path: [], message }]);
    expect(await refused("x", {})).toEqual([{ code: "NOT_FOUND", path: [], message: "There is no job type x" }]);
    expect(await refused(999_999, {})).toEqual([{ code: "NOT_FOUND", path: [], message: "There is no job type 999999" }]);
  });
});
