import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { type DoorOutcome, reportAndClaim } from "./workerRequests.js";

/** What the process runs. It claims once, renews its leases each half second, and reports all jobs as completed when it is told so. */
const program = `
const [url, worker, max] = process.argv.slice(1);
const ask = async (reports, claim) => {
  const body = JSON.stringify({ query: ${JSON.stringify(reportAndClaim)}, variables: { input: { reports, claim } } });
  const response = await fetch(url + "/graphql", { method: "POST", headers: { "content-type": "application/json" }, body });
  return (await response.json()).data.reportJobs;
};
const { claims } = await ask([], { worker, max: Number(max), leaseSeconds: 5 });
const timer = setInterval(() => ask(claims.map(({ token }) => ({ token, heartbeat: {} }))), 500);
console.log(JSON.stringify(claims.length));
process.stdin.once("data", async () => {
  clearInterval(timer);
  console.log(JSON.stringify((await ask(claims.map(({ token }) => ({ token, completed: {} })))).outcomes));
  process.exit();
});`;

/** A worker in a process of its own, with leases of five seconds. */
export interface TestWorkerProcess {
  /** How many jobs it has claimed. */
  readonly claimed: number;
  signal(signal: NodeJS.Signals): void;
  /** Has it report its jobs as completed. @returns the answers */
  complete(): Promise<DoorOutcome[]>;
}

/** A module that sets the clock of the process that imports it. */
export const wrongClock = (hours: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`const now = Date.now; const shift = ${hours} * 3600000;
    globalThis.Date = class extends Date { constructor(...args) { if (args.length) super(...args); else super(now() + shift); } static now() { return now() + shift; } };`)}`;

/** Starts a worker and waits until it has claimed. It ends with the test. @param nodeFlags how Node is started */
export async function startTestWorker(
  url: string,
  name: string,
  max: number,
  nodeFlags: readonly string[] = [],
): Promise<TestWorkerProcess> {
  const child = spawn(process.execPath, [...nodeFlags, "--input-type=module", "-e", program, url, name, String(max)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const line = async () => JSON.parse(String((await once(child.stdout, "data"))[0]));
  return {
    claimed: await line(),
    signal: (signal) => void child.kill(signal),
    complete: () => {
      child.stdin.write("complete\n");
      return line();
    },
  };
}
