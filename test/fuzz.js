// Sends generated requests to both doors, many more than the tests do: `npm run fuzz -- --runs 30000`, with `--seed` for other ones.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "30000" }, seed: { type: "string", default: String(Date.now()) } },
});
for (const [option, value] of Object.entries(values)) {
  if (/^\d{1,15}$/.test(value)) continue;
  console.error(`--${option} must be a number`);
  process.exit(2);
}
console.log(`About ${values.runs} requests, of the seed ${values.seed}`);
// The test asks each of its kinds of requests FUZZ_RUNS times, more or less: so many times in all.
const runsOfAll = 13;
const env = { ...process.env, FUZZ_RUNS: String(Math.ceil(values.runs / runsOfAll)), FUZZ_SEED: values.seed };
const vitest = ["node_modules/vitest/vitest.mjs", "run", "test/http/anyInput.test.ts"];
process.exit(spawnSync(process.execPath, vitest, { stdio: "inherit", env }).status ?? 1);
