import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { makeType } from "../support/catalogue.js";
import { startCrashingPostgres } from "../support/crashingPostgres.js";
import { startGatewayOn } from "../support/gatewayProcess.js";

/** What became of a request. */
interface Outcome {
  readonly status: number;
  readonly milliseconds: number;
  readonly isRest: boolean;
  readonly body: Record<string, unknown>;
}

/** Much more than a request takes, and less than the time after which requests are given up. */
const maxMilliseconds = 15_000;

test("PostgreSQL restarted under load: requests are answered with 503 meanwhile, and no batch is lost or doubled", async () => {
  const server = await startCrashingPostgres();
  const database = openDatabase(server.url, 4);
  onTestFinished(() => database.close());
  await migrate(database);
  await ensureSystemJobType(database);
  const type = await makeType(database, "a");
  const url = await startGatewayOn(server.url).address();

  const outcomes: Outcome[] = [];
  /** The titles of batches that were asked for, and of those whose creation was confirmed. */
  const [asked, confirmed] = [new Set<string>(), new Set<string>()];
  let goesOn = true;
  const ask = async (path: string, body?: object): Promise<Outcome> => {
    const begin = performance.now();
    const init = body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, init);
    const outcome = { status: response.status, isRest: path !== "/graphql", body: (await response.json()) as Record<string, unknown> };
    const whole = { ...outcome, milliseconds: performance.now() - begin };
    outcomes.push(whole);
    return whole;
  };
  const client = async (name: number): Promise<void> => {
    for (let i = 0; goesOn; i++) {
      const title = `${name}-${i}`;
      asked.add(title);
      // A batch that matches nothing, so that batches are no matter of time.
      const definition = { date_range: { type: "created", ended: "1999-01-01T00:00:00Z" } };
      if ((await ask("/batches/", { recipe_type_id: type.id, title, definition })).status === 201) confirmed.add(title);
      await ask("/graphql", { query: "{ batches(first: 10) { totalCount nodes { title status } } }" });
      await ask("/batches/?page_size=10");
    }
  };
  const clients = Promise.all(Array.from({ length: 6 }, (_, name) => client(name)));
  clients.catch(() => {});
  const more = async (isWanted: (outcome: Outcome) => boolean, count: number) => {
    const before = outcomes.filter(isWanted).length;
    await expect.poll(() => outcomes.filter(isWanted).length, { timeout: 60_000 }).toBeGreaterThan(before + count);
  };
  const isRight = ({ status, body }: Outcome) => status < 300 && body.errors === undefined;
  await more(isRight, 50);
  await server.crash();
  await more((outcome) => !isRight(outcome), 30);
  await pause(1000);
  await server.start();
  await more(isRight, 50);
  goesOn = false;
  await clients;

  const wrong = outcomes.filter((outcome) => !isRight(outcome));
  const forms = new Set(wrong.map(({ status, isRest, body }) => `${status} ${isRest ? Object.keys(body) : codesOf(body)}`));
  for (const form of forms) expect(["503 detail", "503 SERVICE_UNAVAILABLE", "200 SERVICE_UNAVAILABLE"]).toContain(form);
  expect(Math.max(...outcomes.map(({ milliseconds }) => milliseconds))).toBeLessThan(maxMilliseconds);
  const titles = (await database.prisma.batch.findMany({ select: { title: true } })).map(({ title }) => title as string);
  expect(new Set(titles).size).toBe(titles.length);
  expect([...confirmed].filter((title) => !titles.includes(title))).toEqual([]);
  expect(titles.filter((title) => !asked.has(title))).toEqual([]);
  const left = () => database.prisma.batch.count({ where: { status: { not: "CREATED" } } });
  await expect.poll(left, { timeout: 60_000 }).toBe(0);
}, 240_000);

const codesOf = (body: Record<string, unknown>): string =>
  ((body.errors ?? []) as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code).join();
