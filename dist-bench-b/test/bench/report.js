import { execFileSync } from "node:child_process";
import { arch, cpus, platform, totalmem } from "node:os";
/** Collects what was measured: printed at once, and as Markdown at the end. */
export class Report {
    findings = [];
    tables = [];
    /** Says what is going on. */
    note(text) {
        console.log(`  ${text}`);
    }
    /** Numbers behind a finding. */
    table(title, header, rows) {
        const text = [`### ${title}`, "", markdown(header, rows), ""].join("\n");
        this.tables.push(text);
        console.log(`\n${text}`);
    }
    find(finding) {
        this.findings.push(finding);
        console.log(`  Target ${finding.target}, ${finding.what}: ${finding.measured} (${finding.goal}: ${verdict(finding)})\n`);
    }
    /** The whole run, ready for RESULTS.md. */
    markdown(command, postgres) {
        const rows = this.findings.map((one) => [String(one.target), one.what, one.goal, one.measured, verdict(one)]);
        const summary = markdown(["", "what", "target", "measured", "met"], rows);
        return [`## ${new Date().toISOString().slice(0, 10)}`, "", machine(command, postgres), "", summary, "", ...this.tables].join("\n");
    }
}
const verdict = ({ met }) => (met === null ? "–" : met ? "yes" : "no");
function markdown(header, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
function machine(command, postgres) {
    const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
    const commit = `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "src", "prisma") === "" ? "" : " with changes"}`;
    const cores = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}`;
    const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
    return [
        `- Machine: ${cores}, ${memory}, ${platform()} ${arch()}, Node ${process.version}, PostgreSQL ${postgres}; load and servers share it`,
        `- Commit: ${commit}`,
        `- Command: \`${command}\``,
    ].join("\n");
}
