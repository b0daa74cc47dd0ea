import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, vi } from "vitest";

const programs = ["/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"];
/** Whether Debian's packages slurmctld, slurmd, slurm-client and munge are there. */
export const hasSlurm = programs.every((file) => existsSync(file));

/** A Slurm of two nodes on this machine. */
export interface TestSlurm {
  readonly folder: string;
  /** What its commands need. */
  readonly env: { readonly SLURM_CONF: string };
  /** Runs one of its commands. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Kills a node and all that runs there by SIGKILL, and has the controller see at once that it is down. */
  killNode(name: "n1" | "n2"): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Slurm as the user of the test, with a munge of its own. Nodes count as having 4 processors each, and 1000 MiB. */
export async function startSlurm(): Promise<TestSlurm> {
  const folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-slurm-"));
  const place = (name: string) => path.join(folder, name);
  await chmod(folder, 0o755);
  for (const name of ["state", "spool", "run"]) await mkdir(place(name));
  await writeFile(place("munge.key"), randomBytes(1024), { mode: 0o400 });
  const env = { SLURM_CONF: place("slurm.conf") };
  await writeFile(env.SLURM_CONF, configuration(folder, await freePorts(3)));
  const socket = place("run/munge");
  const files = [`--key-file=${place("munge.key")}`, `--pid-file=${place("run/munged.pid")}`, `--seed-file=${place("munge.seed")}`];
  await daemon("/usr/sbin/munged", "--force", `--socket=${socket}`, `--log-file=${place("munged.log")}`, ...files);
  const execute = promisify(execFile);
  const run = async (command: string, ...args: string[]) => (await execute(command, args, { env: { ...process.env, ...env } })).stdout;
  await daemon("/usr/sbin/slurmctld", "-f", env.SLURM_CONF);
  for (const name of ["n1", "n2"]) await daemon("/usr/sbin/slurmd", "-f", env.SLURM_CONF, "-N", name);
  const areIdle = async () => expect(await run("sinfo", "--noheader", "--format=%D %T")).toBe("2 idle\n");
  await vi.waitFor(areIdle, { timeout: 20_000, interval: 100 });
  return {
    folder,
    env,
    run,
    killNode: async (name) => {
      kill(place(`run/slurmd-${name}.pid`), "SIGKILL");
      killJobs(env.SLURM_CONF, name);
      await run("scontrol", "update", `NodeName=${name}`, "State=DOWN", "Reason=killed");
    },
    stop: async () => {
      await run("scancel", "--me").catch(() => {});
      for (const name of ["slurmd-n1", "slurmd-n2", "slurmctld", "munged"]) kill(place(`run/${name}.pid`), "SIGKILL");
      for (const name of ["n1", "n2"]) killJobs(env.SLURM_CONF, name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A daemon has gone into the background when its command ends. */
const daemon = (program: string, ...args: string[]) => promisify(execFile)(program, args);

function kill(pidFile: string, signal: NodeJS.Signals): void {
  try {
    process.kill(Number(readFileSync(pidFile, "utf8")), signal);
  } catch {
    // It has not been started, or has ended.
  }
}

/** Kills what runs on a node: first what watches over jobs, or it would tell the controller that they have ended. */
function killJobs(conf: string, node: string): void {
  const read = (id: string, name: string) => {
    try {
      return readFileSync(`/proc/${id}/${name}`, "utf8");
    } catch {
      return "";
    }
  };
  const jobs = readdirSync("/proc").filter((id) => {
    const variables = /^\d+$/.test(id) ? read(id, "environ").split("\0") : [];
    return variables.includes(`SLURMD_NODENAME=${node}`) && variables.includes(`SLURM_CONF=${conf}`);
  });
  const parents = jobs.map((id) => read(id, "stat").split(") ")[1]?.split(" ")[1] ?? "");
  const watchers = parents.filter((id) => read(id, "comm").trim() === "slurmstepd");
  for (const id of [...watchers, ...jobs]) {
    try {
      process.kill(Number(id), "SIGKILL");
    } catch {
      // It has ended.
    }
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await once(server.listen(0, "127.0.0.1"), "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return ports;
}

function configuration(folder: string, [controller, ...nodes]: readonly number[]): string {
  const user = userInfo().username;
  const lines = {
    ClusterName: "test",
    SlurmctldHost: "localhost(127.0.0.1)",
    SlurmctldPort: controller,
    AuthType: "auth/munge",
    AuthInfo: `socket=${folder}/run/munge`,
    SlurmUser: user,
    SlurmdUser: user,
    StateSaveLocation: `${folder}/state`,
    SlurmdSpoolDir: `${folder}/spool/%n`,
    SlurmctldPidFile: `${folder}/run/slurmctld.pid`,
    SlurmdPidFile: `${folder}/run/slurmd-%n.pid`,
    SlurmctldLogFile: `${folder}/slurmctld.log`,
    SlurmdLogFile: `${folder}/slurmd-%n.log`,
    ProctrackType: "proctrack/linuxproc",
    TaskPlugin: "task/none",
    SelectType: "select/cons_tres",
    SelectTypeParameters: "CR_Core_Memory",
    JobCompType: "jobcomp/none",
    AccountingStorageType: "accounting_storage/none",
    ReturnToService: 2,
    MpiDefault: "none",
    KillWait: 2,
    SlurmdTimeout: 5,
    // This machine need not have what its nodes count as.
    SlurmdParameters: "config_overrides",
    SchedulerParameters: "sched_interval=1",
  };
  const partitions = ["PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP"];
  const node = (port: number, i: number) =>
    `NodeName=n${i + 1} NodeHostname=localhost NodeAddr=127.0.0.1 Port=${port} CPUs=4 RealMemory=1000 State=UNKNOWN`;
  return [...Object.entries(lines).map((line) => line.join("=")), ...nodes.map(node), ...partitions, ""].join("\n");
}
