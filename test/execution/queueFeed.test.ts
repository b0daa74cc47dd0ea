import { afterEach, expect, it, vi } from "vitest";
import type { Database, Statement } from "../../src/db/database.js";
import { notifyTypes } from "../../src/db/sql/execution/notifyQueued.js";
import { JobQueueFeed } from "../../src/domain/execution/JobQueueFeed.js";
import { ReportGroups } from "../../src/domain/execution/ReportGroups.js";
import { useDatabase } from "../support/database.js";
import { claim, completed, makeWork } from "../support/work.js";

const database = useDatabase();
afterEach(() => void vi.useRealTimers());

/** A feed whose messages to other processes are noted and not sent. */
function quiet() {
  const messages: unknown[] = [];
  const query = async (statement: Statement, values: readonly unknown[] = []) => {
    if (statement !== notifyTypes) return database().query(statement, values);
    messages.push(values[0]);
    return [];
  };
  return { feed: new JobQueueFeed({ ...database(), query } as Database), messages };
}

it("Who waits for a job is woken at once where its parent's completion is reported to the same process", async () => {
  await makeWork(database(), "first second<first");
  const [first] = await claim(database(), { jobTypes: [{ name: "first", version: null }] });
  const { feed, messages } = quiet();
  const reports = new ReportGroups((queued) => feed.tell(queued));
  // It would look again by itself after a time that does not pass.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const order = { worker: "waiter", jobTypes: [{ name: "second", version: null }], max: 1, leaseSeconds: 60, requestId: null };
  const waiting = feed.claim(order, 60, new AbortController().signal);
  await vi.waitFor(async () => expect(await database().prisma.worker.count({ where: { name: "waiter" } })).toBe(1));
  expect(await reports.take(database(), [completed(first as { token: string })])).toMatchObject([{ problem: null }]);
  expect(await waiting).toHaveLength(1);
  vi.useRealTimers();
  expect(messages).toHaveLength(1);
  await feed.close();
});

it("Other processes are told at once, then of all that has come meanwhile, and of the rest when the feed closes, or has", async () => {
  const { feed, messages } = quiet();
  for (const jobTypeIds of [[1], [2, 3], [3], []]) feed.tell({ jobTypeIds });
  expect(messages).toEqual([[1]]);
  await feed.close();
  await feed.allTold();
  expect(messages).toEqual([[1], [2, 3]]);
  for (const jobTypeIds of [[4], [5]]) feed.tell({ jobTypeIds });
  await feed.allTold();
  expect(messages).toEqual([[1], [2, 3], [4], [5]]);
});
