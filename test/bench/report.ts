import { execFileSync } from "node:child_process";
import { arch, cpus, platform, totalmem } from "node:os";

/** One of the targets and what was measured. */
export interface Finding {
  /** Its number in RESULTS.md. */
  readonly target: number;
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** Null where a short run can't tell. */
  readonly met: boolean | null;
}

/** Collects what was measured: printed at once, and as Markdown at the end. */
export class Report {
  private readonly findings: Finding[] = [];
  private readonly tables: string[] = [];

  /** Says what is going on. */
  note(text: string): void {
    console.log(`  ${text}`);
  }

  /** Numbers behind a finding. */
  table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
    const text = [`### ${title}`, "", markdown(header, rows), ""].join("\n");
    this.tables.push(text);
    console.log(`\n${text}`);
  }

  find(finding: Finding): void {
    this.findings.push(finding);
    console.log(`  Target ${finding.target}, ${finding.what}: ${finding.measured} (${finding.goal}: ${verdict(finding)})\n`);
  }

  /** The whole run, ready for RESULTS.md. */
  markdown(command: string, postgres: string): string {
    const rows = this.findings.map((one) => [String(one.target), one.what, one.goal, one.measured, verdict(one)]);
    const summary = markdown(["", "what", "target", "measured", "met"], rows);
    return [`## ${new Date().toISOString().slice(0, 10)}`, "", machine(command, postgres), "", summary, "", ...this.tables].join("\n");
  }
}

const verdict = ({ met }: Finding): string => (met === null ? "–" : met ? "yes" : "no");

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function machine(command: string, postgres: string): string {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const commit = `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "src", "prisma") === "" ? "" : " with changes"}`;
  const cores = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `- Machine: ${cores}, ${memory}, ${platform()} ${arch()}, Node ${process.version}, PostgreSQL ${postgres}; load and servers share it`,
    `- Commit: ${commit}`,
    `- Command: \`${command}\``,
  ].join("\n");
}
