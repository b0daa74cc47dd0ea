// Ends a program on a Node that is too old, before the program loads what such a Node can't even read. This file, and every file that
// imports it, is written for any Node that knows ES modules, from 12 on.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
// package.json names the releases that are tested, such as ^20.19.0 || ^22.12.0. Releases between them or after them may work, too.
const tested = engines.node.split("||").map((range) => range.match(/\d+/g).map(Number));

const [ownRelease, ownUpdate] = process.versions.node.split(".").map(Number);
const [release, update] = tested.filter(([first]) => first <= ownRelease).pop() || tested[0];
if (ownRelease < release || (ownRelease === release && ownUpdate < update)) {
  console.error(`Node ${release}.${update} or newer is needed: this is ${process.versions.node}.`);
  process.exit(1);
}
