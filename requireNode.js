// Ends a program on a Node that is too old, before it loads what such a Node can't even read. It is itself written for any Node that
// knows ES modules, from 12 on, and so is what imports it.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");

const [release, update] = needed.split(".").map(Number);
const [ownRelease, ownUpdate] = process.versions.node.split(".").map(Number);
if (ownRelease < release || (ownRelease === release && ownUpdate < update)) {
  console.error(`Node ${needed} or newer is needed: this is ${process.versions.node}.`);
  process.exit(1);
}
