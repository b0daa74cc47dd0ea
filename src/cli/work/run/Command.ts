import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { PreparedCommand } from "./prepareCommand.js";
import type { EndedCommand } from "./reportEnd.js";
import { Tail } from "./Tail.js";

/** How it ended; without exit code and signal where it could not be started. */
export interface CommandEnd extends EndedCommand {
  /** Why it could not be started. */
  readonly failure: Error | null;
}

const maxLogBytes = 16 * 1024;
/** A longer line of standard output loses its beginning. It is more than results may have. */
const maxLineBytes = 1024 * 1024;
/** How long the streams of a command that has ended may stay open: a process that has left its group can hold them. */
const maxStreamMilliseconds = 1000;

/** A command that runs, with all processes that it has started: they are one group. */
export class Command {
  readonly ended: Promise<CommandEnd>;
  private readonly child: ChildProcess;
  private readonly log = new Tail(maxLogBytes);
  private readonly output = new Tail(maxLineBytes);
  private hasEnded = false;

  constructor(
    { program, args, work, environment, input }: PreparedCommand,
    private readonly killSeconds: number,
  ) {
    this.child = spawn(program, args, { cwd: work, env: { ...environment }, detached: true, stdio: "pipe" });
    this.ended = this.follow();
    // Where this process may open no more files, the command is not started, and has no streams.
    this.child.stdout?.on("data", (chunk: Buffer) => this.output.add(chunk));
    this.child.stderr?.on("data", (chunk: Buffer) => this.log.add(chunk));
    // A command need not read its input.
    this.child.stdin?.on("error", () => {});
    this.child.stdin?.end(input);
  }

  /** The end of what it has written to standard error. */
  logTail(): string {
    return this.log.text();
  }

  /** Asks it to end by SIGTERM, and makes it end by SIGKILL where it has not after some time. */
  stop(): void {
    this.signal("SIGTERM");
    const late = setTimeout(() => this.signal("SIGKILL"), this.killSeconds * 1000);
    void this.ended.finally(() => clearTimeout(late));
  }

  kill(): void {
    this.signal("SIGKILL");
  }

  private async follow(): Promise<CommandEnd> {
    const closed = once(this.child, "close").catch(() => {});
    const [exitCode, signal, failure] = await new Promise<[number | null, NodeJS.Signals | null, Error | null]>((resolve) => {
      this.child.once("exit", (code, by) => resolve([code, by, null]));
      this.child.once("error", (error) => resolve([null, null, error]));
    });
    // What it has started and left running would go on in a folder that is removed.
    this.signal("SIGKILL");
    this.hasEnded = true;
    await Promise.race([closed, wait(maxStreamMilliseconds, undefined, { ref: false })]);
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.destroy();
    return { exitCode, signal, failure, lastLine: this.output.lastLine(), logTail: this.logTail() };
  }

  /** Signals the whole group. Once the command has ended, its process id may be another's. */
  private signal(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined || this.hasEnded) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch {
      // Nobody of the group is left.
    }
  }
}
