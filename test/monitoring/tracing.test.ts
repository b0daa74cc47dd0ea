import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { nodeCommand, startWorker } from "../cli/workCommand.js";
import { makeManyRecipes, makeType } from "../support/catalogue.js";
import { useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { type ReceivedSpan, startOtlpReceiver } from "../support/otlpReceiver.js";

const server = useServerObjects();
const [serverKind, clientKind, consumerKind] = [2, 3, 5];

it("A trace leads from the request that makes a batch to its statements, to the expansion, and to the end of each job", async () => {
  const { env, spans } = await startOtlpReceiver();
  const url = await server.emptyDatabase();
  const gateway = startGatewayOn(url, env);
  const address = await gateway.address();
  const database = openDatabase(url, 2);
  const type = await makeType(database, "parse");
  await makeManyRecipes(database, type, 2);
  const [jobType] = await database.query<{ name: string }>({ text: "SELECT name FROM job_type WHERE NOT is_system" });
  await database.close();

  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  const query = `mutation Make { createBatch(input: { recipeTypeId: "${type.id}", title: "Traced", definition: { allJobs: true } }) { batch { databaseId } errors { message } } }`;
  const headers = { "content-type": "application/json", traceparent };
  const made = await fetch(`${address}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  expect(await made.json()).toMatchObject({ data: { createBatch: { errors: [] } } });

  const say = "console.error(process.env.TRACEPARENT); console.log('{}')";
  await startWorker(`${address}/graphql`, { jobTypes: [{ name: jobType?.name, command: nodeCommand(say) }], maxJobs: 1 }, { env });
  const found = (name: string) => spans.filter((span) => span.traceId === traceId && span.name === name);
  const jobSpan = `job ${jobType?.name}`;
  await expect.poll(() => found(jobSpan).length, { timeout: 60_000 }).toBe(2);
  await expect.poll(() => found("mutation reportJobs").length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);

  const one = (name: string) => found(name)[0] as ReceivedSpan;
  const creating = spans.find(({ parentSpanId }) => parentSpanId === "b7ad6b7169203331") as ReceivedSpan;
  expect(creating).toMatchObject({ name: "POST /graphql", kind: serverKind, service: "batch-gateway" });
  expect(creating.attributes).toMatchObject({ "http.request.method": "POST", "http.route": "/graphql", "http.response.status_code": 200 });
  expect(one("mutation createBatch")).toMatchObject({ parentSpanId: creating.spanId, attributes: { "graphql.operation.name": "Make" } });
  expect(one("insert_batch")).toMatchObject({ parentSpanId: one("mutation createBatch").spanId, kind: clientKind });

  // What made the batch has ended long since: its trace goes on all the same.
  expect(one("expand_batch")).toMatchObject({ parentSpanId: one("mutation createBatch").spanId, kind: consumerKind });
  const transactionsOfTurns = () => {
    const turns = found("expand_batch").map(({ spanId }) => spanId);
    return found("transaction").flatMap(({ spanId, parentSpanId }) => (turns.includes(parentSpanId ?? "") ? [spanId] : []));
  };
  await expect.poll(transactionsOfTurns).toContain(one("count_chunk").parentSpanId);

  const jobs = found(jobSpan);
  expect(jobs[0]).toMatchObject({ parentSpanId: one("mutation createBatch").spanId, kind: consumerKind, service: "batch-gateway-worker" });
  const reports = found("mutation reportJobs").map(({ parentSpanId }) => spans.find(({ spanId }) => spanId === parentSpanId));
  expect(jobs.map(({ spanId }) => spanId)).toContain(reports[0]?.parentSpanId);
  const told = "SELECT log_tail FROM job_exe ORDER BY id";
  await expect
    .poll(async () => (await server.run(url, told)).map(({ log_tail }) => log_tail?.trim()).sort(), { timeout: 60_000 })
    .toEqual(jobs.map(({ spanId }) => `00-${traceId}-${spanId}-01`).sort());
});

it("While nobody takes spans, the gateway works, and says so once", async () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9", OTEL_BSP_SCHEDULE_DELAY: "50", OTEL_EXPORTER_OTLP_TIMEOUT: "200" };
  const gateway = startGatewayOn(await server.emptyDatabase(), env);
  const address = await gateway.address();
  expect((await fetch(`${address}/batches/`)).status).toBe(200);
  await expect.poll(() => gateway.output()).toContain("Spans can't be sent");
  gateway.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
});
