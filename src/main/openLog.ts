import pino, { type Logger } from "pino";
import type { LogLevel } from "../config.js";

/**
 * Logs to standard output: JSON lines, or lines for people if it is a terminal. When the reader of standard output goes away, the process
 * goes on without it, as services do. A log collector that dies must not take the gateway with it.
 */
export async function openLog(level: LogLevel): Promise<Logger> {
  // Node writes its warnings to standard error. Without a listener, writing there would end the process when its reader is gone.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  if (process.stdout.isTTY) {
    const { default: pretty } = await import("pino-pretty");
    return pino({ level }, pretty({ sync: true, singleLine: true, ignore: "pid,hostname", translateTime: "SYS:HH:MM:ss" }));
  }
  const output = pino.destination({ fd: process.stdout.fd, sync: true });
  // After this error pino writes no more.
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE")
      console.error("Nobody reads standard output any more: the gateway runs on without it. Ctrl-C or SIGTERM stops it.");
  });
  return pino({ level }, output);
}
