import { Agent, request as send } from "node:http";
import type { Request } from "./load.js";
import type { WebServer } from "./serverProcess.js";

/** What became of requests that came in at a fixed rate. Times are in milliseconds. */
export interface Flood {
  /** Requests a second that were sent. */
  readonly offered: number;
  /** Answers with 2xx a second. */
  readonly rate: number;
  readonly answered: readonly number[];
  /** Answers with 429 or 503. */
  readonly refused: readonly number[];
  /** Connections that broke, and other answers. */
  readonly broken: number;
}

const tickMilliseconds = 5;
/** More than are busy at any time, where refusals come quickly. */
const connections = 512;

/** Asks something that costs nothing. All at once, so that none gets the connection of another. */
const openConnection = (server: WebServer, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const outgoing = send(`${server.url}/healthz`, { agent }, (response) => response.resume().once("end", resolve));
    outgoing.once("error", reject).end();
  });

/**
 * Sends requests at a rate, whatever becomes of them: what a crowd does, where a load test's connections wait their turn. The crowd's
 * connections are open beforehand, as those of a proxy are: Node accepts one new connection in a turn of its event loop, and under
 * load a turn takes a dozen milliseconds and more.
 */
export async function flood(
  server: WebServer,
  { method, path, headers, body }: Request,
  size: { rate: number; seconds: number },
): Promise<Flood> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections, scheduling: "fifo" });
  const [answered, refused]: [number[], number[]] = [[], []];
  let broken = 0;
  const open: Promise<void>[] = [];
  await Promise.all(Array.from({ length: connections }, () => openConnection(server, agent)));
  const start = performance.now();
  const end = start + size.seconds * 1000;
  let answeredInTime = 0;

  const ask = () =>
    new Promise<void>((resolve) => {
      const asked = performance.now();
      const failed = () => {
        broken++;
        resolve();
      };
      const outgoing = send(`${server.url}${path}`, { method, agent, ...(headers && { headers }) }, (response) => {
        response.resume();
        response.once("error", failed);
        response.once("end", () => {
          const now = performance.now();
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) {
            answered.push(now - asked);
            if (now <= end) answeredInTime++;
          } else if (status === 429 || status === 503) refused.push(now - asked);
          else broken++;
          resolve();
        });
      });
      outgoing.once("error", failed);
      outgoing.end(body);
    });

  while (performance.now() < end) {
    const due = Math.floor(((performance.now() - start) / 1000) * size.rate);
    while (open.length < due) open.push(ask());
    await new Promise((resolve) => setTimeout(resolve, tickMilliseconds));
  }
  await Promise.all(open);
  agent.destroy();
  return { offered: open.length / size.seconds, rate: answeredInTime / size.seconds, answered, refused, broken };
}
