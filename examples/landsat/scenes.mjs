// Makes the files of the sample: small scenes, as a ground station would have delivered them, and what jobs made of them later.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { writeTiff } from "./tiff.mjs";

const size = 32;
const atOnce = 100;

/**
 * Writes files that the sample's database knows.
 * @param names their names: `landsat-scene-12.gzip` is a scene, `landsat-scene-13-bands.tiff` the output `bands` of a job
 */
export async function writeFiles(folder, names) {
  await mkdir(folder, { recursive: true });
  // Many at once take a third of the time. More of them would be more open files than some systems allow.
  for (let i = 0; i < names.length; i += atOnce) {
    await Promise.all(names.slice(i, i + atOnce).map((name) => writeFile(path.join(folder, name), contentOf(name))));
  }
}

function contentOf(name) {
  const [, id, output] = /-(\d+)(?:-(\w+))?\.\w+$/.exec(name);
  const bands = ["red", "infrared", "thermal"].map((_, band) => makeBand(Number(id), band));
  if (output === undefined) return gzipSync(writeTiff(bands));
  if (output === "description") return `A scene of ${bands.length} bands, ${size} x ${size} pixels\n`;
  return writeTiff(["bands", "ortho"].includes(output) ? bands : bands.slice(0, 1));
}

/** Hills and valleys of brightness, other ones in each scene and band. */
function makeBand(id, band) {
  const pixels = Uint8Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return 127 + 80 * Math.sin((x + id) / (4 + band)) + 48 * Math.cos((y - id) / (3 + band));
  });
  return { width: size, height: size, pixels };
}
