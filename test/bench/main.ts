import type { Bench, Section } from "./bench.js";
import { Databases } from "./dataset/databases.js";
import { readOptions, type SectionName } from "./options.js";
import { Report } from "./report.js";
import { startScratchServer } from "./scratchServer.js";

/** Loaded when they are run, so that one can be worked on alone. */
const sections: Record<SectionName, () => Promise<{ section: Section }>> = {
  list: () => import("./sections/list.js"),
  details: () => import("./sections/details.js"),
  create: () => import("./sections/create.js"),
  creator: () => import("./sections/creator.js"),
  growth: () => import("./sections/growth.js"),
  start: () => import("./sections/start.js"),
  overload: () => import("./sections/overload.js"),
  dearest: () => import("./sections/dearest.js"),
  jobs: () => import("./sections/jobs.js"),
  scale: () => import("./sections/scale.js"),
  outside: () => import("./sections/outside.js"),
};

const args = process.argv.slice(2);
const options = readOptions(args);
const report = new Report();
const server = await startScratchServer();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop().finally(() => process.exit(130)));
try {
  const databases = new Databases(server.url, options.fresh, (text) => report.note(text));
  const bench: Bench = { options, databases, report };
  for (const name of options.sections) {
    console.log(`\n== ${name} ==\n`);
    await (await sections[name]()).section(bench);
  }
  const command = ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
  console.log(`\n\nFor RESULTS.md:\n\n${report.markdown(command, await databases.version())}`);
} finally {
  await server.stop();
}
