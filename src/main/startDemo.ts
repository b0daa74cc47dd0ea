import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What the batch of the demonstration re-processes: all jobs of the scenes of some days, however often it has run. */
const batch = ["--recipe-type", "landsat-scene", "--by-data-time", "--from", "2016-01-01", "--to", "2016-01-15", "--all-jobs"];

const program = (name: string): string => fileURLToPath(new URL(`../../dist/cli/${name}.js`, import.meta.url));

/**
 * Shows what a gateway is for, as a newcomer would do it by hand: loads the sample, starts a worker for it, creates a batch, and watches it
 * until its jobs have run. The gateway then runs on, and the worker with it.
 * @param address of the gateway; undefined where it answers no requests
 * @param dataDir in which the sample's files are
 * @returns ends what is left of it
 */
export function startDemo(address: string | undefined, dataDir: string): () => Promise<void> {
  if (address === undefined) throw new Error("The demonstration needs a gateway that answers requests: ROLE all");
  const children = new Set<ChildProcess>();
  let isStopping = false;
  const run = async (name: string, args: readonly string[], output: "inherit" | "ignore" = "inherit"): Promise<boolean> => {
    if (isStopping) return false;
    const child = spawn(process.execPath, [program(name), ...args], { stdio: ["ignore", output, "inherit"] });
    children.add(child);
    const [code] = await once(child, "exit");
    children.delete(child);
    return code === 0 && !isStopping;
  };
  const show = async (): Promise<void> => {
    if (!(await run("load", ["--sample"]))) return;
    // What the worker prints would stand in the midst of the bar.
    void run("work", ["--sample", "--url", address], "ignore");
    if (await run("batch", ["create", "--url", address, ...batch, "--title", "Demonstration", "--yes", "--watch"]))
      console.log(ending(address, dataDir));
  };
  void show();
  return async () => {
    isStopping = true;
    const ended = [...children].map((child) => once(child, "exit"));
    for (const child of children) child.kill("SIGTERM");
    await Promise.all(ended);
  };
}

const ending = (address: string, dataDir: string): string => `
  The jobs have run: their files are in ${dataDir}/sample/outputs. The gateway and a worker run on. To look around:

  GraphiQL      ${address}/graphql   (in a browser)
  batches       npm run batch -- list --url ${address}
  another one   npm run batch -- create --recipe-type landsat-scene --watch --url ${address}
`;
