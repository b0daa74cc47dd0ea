// Re-processes recipes of a type: validates a batch, creates just the batch that was shown, and follows it to its end.
// Needs Node 20 or newer and no packages. With a gateway that has the sample:
//
//   node reprocess.mjs landsat-scene --from 2016-03-01T00:00:00Z --to 2016-05-31T23:59:59Z
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

const url = new URL("/graphql", process.env.BATCH_URL ?? "http://127.0.0.1:4000");
/** Where the gateway asks who calls: an API key, or a token of its issuer. */
const token = process.env.BATCH_GATEWAY_TOKEN;
const secondsToTry = 60;

/** The gateway was reached and says no. To ask again would change nothing. */
class Refused extends Error {}

function post(query, variables, accept) {
  const headers = { "content-type": "application/json", accept, ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
}

/**
 * Does something again while the gateway is away or overloaded. So a request may arrive twice, which is harmless for queries, for
 * validateBatch, and for createBatch with an idempotency key.
 */
async function patiently(work) {
  const end = Date.now() + secondsToTry * 1000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused || Date.now() > end) throw error;
      await sleep(1000);
    }
  }
}

/** Codes of errors after which the same request may go well. */
const passing = ["SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS"];

/** Throws the errors of an answer. */
function refuseAnswer(errors = []) {
  const message = errors.map((error) => error.message).join("; ");
  if (errors.some(({ extensions }) => passing.includes(extensions?.code))) throw new Error(message);
  if (errors.length > 0) throw new Refused(message);
}

/** Sends a query or a mutation. Returns its data. */
const ask = (query, variables) =>
  patiently(async () => {
    const response = await post(query, variables, "application/graphql-response+json");
    const { data, errors, detail } = await response.json();
    if (response.status >= 500) throw new Error(detail ?? `The gateway answers ${response.status}`);
    refuseAnswer(errors);
    // A refusal that is none of GraphQL's: of the host that was named, say.
    if (!data) throw new Refused(detail ?? `The gateway answers ${response.status}`);
    return data;
  });

/** What is wrong with the input of a mutation stands in its data, each with the field that it is about. */
function refuse(errors) {
  if (errors.length > 0)
    throw new Refused(errors.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; "));
}

async function findRecipeType(name) {
  const query = "query FindRecipeType($name: String!) { recipeTypes(filter: { name: [$name] }) { nodes { databaseId name version } } }";
  const { nodes } = (await ask(query, { name })).recipeTypes;
  if (nodes.length !== 1) throw new Refused(`There are ${nodes.length} recipe types of the name ${name}`);
  return nodes[0];
}

/** What a batch would do. Nothing is created. */
async function validate(input) {
  const query = `mutation Validate($input: BatchInput!) {
    validateBatch(input: $input) { recipeCount warnings { details } errors { path message } planToken }
  }`;
  const { errors, ...preview } = (await ask(query, { input })).validateBatch;
  refuse(errors);
  return preview;
}

/**
 * Creates the batch. With the plan token the gateway refuses to do anything else than it has shown; with the key, a request that
 * arrives twice makes one batch.
 */
async function create(input, planToken, key) {
  const query = `mutation Create($input: BatchInput!, $planToken: String, $key: String) {
    createBatch(input: $input, planToken: $planToken, idempotencyKey: $key) { batch { databaseId } errors { path message } replayed }
  }`;
  const { batch, errors, replayed } = (await ask(query, { input, planToken, key })).createBatch;
  refuse(errors);
  return { id: batch.databaseId, replayed };
}

const ends = ["CREATED", "FAILED", "CANCELED"];

/** Reads what comes of a subscription, as Server-Sent Events: events end with an empty line. */
async function* readEvents(response) {
  let unread = "";
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (unread + text).split("\n\n");
    unread = events.pop();
    for (const event of events.filter((each) => each.includes("event: next"))) {
      const { data, errors } = JSON.parse(/^data: (.*)$/m.exec(event)[1]);
      refuseAnswer(errors);
      yield data;
    }
  }
}

/** Hears how far a batch is, now and at every change, until it ends. A stream that breaks is begun again. Returns the last status. */
async function follow(id, onProgress) {
  const query = "subscription Follow($id: ID!) { batchProgress(id: $id) { status created failed total } }";
  for (;;) {
    const response = await patiently(async () => {
      const opened = await post(query, { id }, "text/event-stream");
      if (!opened.ok) throw new Error(`The gateway answers ${opened.status}`);
      return opened;
    });
    try {
      for await (const { batchProgress } of readEvents(response)) {
        onProgress(batchProgress);
        if (ends.includes(batchProgress.status)) return batchProgress.status;
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await sleep(1000);
  }
}

const options = { from: { type: "string" }, to: { type: "string" }, key: { type: "string", default: randomUUID() } };
const {
  values: { from, to, key },
  positionals: [name],
} = parseArgs({ options, allowPositionals: true });
if (name === undefined) {
  console.error("Usage: node reprocess.mjs RECIPE_TYPE [--from TIME] [--to TIME] [--key IDEMPOTENCY_KEY]");
  process.exit(2);
}
try {
  const { databaseId: recipeTypeId } = await findRecipeType(name);
  const definition = from || to ? { dateRange: { started: from, ended: to } } : {};
  const input = { recipeTypeId, title: "By reprocess.mjs", definition };
  const { recipeCount, warnings, planToken } = await validate(input);
  console.log(`${recipeCount} recipes would be re-processed.`);
  for (const { details } of warnings) console.log(`Warning: ${details}`);
  const { id, replayed } = await create(input, planToken, key);
  console.log(replayed ? `Batch ${id} had been created with this key before.` : `Created batch ${id}.`);
  const status = await follow(id, (progress) => {
    console.log(`${progress.status}: ${progress.created} made and ${progress.failed} failed of ${progress.total}`);
  });
  process.exitCode = status === "CREATED" ? 0 : 1;
} catch (error) {
  console.error(`error: ${error.cause?.message || error.message}`);
  process.exitCode = 1;
}
