// A receiver of webhooks: checks each message's signature, and prints what it says. Run as `node receiver.mjs 8080` with the secret in
// WEBHOOK_SECRET, in a folder where `npm install standardwebhooks` was run.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET ?? "");
/** Messages come at least once: the ids of those that have come. A real receiver keeps them in its database. */
const seen = new Set();

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  // The signature is that of the bytes that came, so the body is not parsed before.
  const body = Buffer.concat(chunks);
  try {
    const { type, data } = webhook.verify(body, request.headers);
    const id = request.headers["webhook-id"];
    if (!seen.has(id)) console.log(`${type}: batch ${data.batchId} is ${data.status}, its work ${data.workState}`);
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(400).end(error.message);
  }
});
server.listen(Number(process.argv[2] ?? 8080), () => console.log(`Listening on port ${server.address().port}`));
