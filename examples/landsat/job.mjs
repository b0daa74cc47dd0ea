// The algorithms of the sample, as far as toys go: each reads its input files and writes output files. A worker runs this as
//
//   node job.mjs JOB_TYPE
//
// in a folder of the job's own. The job's input is on standard input; the last line of standard output has the results.
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { readTiff, writeTiff } from "./tiff.mjs";

/** The exit code that says that the input can't be read: to try again would change nothing. The worker's configuration knows it. */
const unreadable = 65;

const cloudBrightness = 170;
const coldBrightness = 70;

/** Makes a page of the pixels of others that lie at the same place. */
const combine = (pages, pixelOf) => ({
  ...pages[0],
  pixels: pages[0].pixels.map((_, i) => pixelOf(...pages.map(({ pixels }) => pixels[i]))),
});

const mirror = (page) => ({
  ...page,
  pixels: page.pixels.map((_, i) => page.pixels[i - (i % page.width) + page.width - 1 - (i % page.width)]),
});

/** What each algorithm makes of its inputs: its outputs, by their names. */
const algorithms = {
  "unpack-scene": ({ scene }) => {
    const bands = readTiff(gunzipSync(scene));
    return { bands, description: `A scene of ${bands.length} bands, ${bands[0].width} x ${bands[0].height} pixels\n` };
  },
  orthorectify: ({ bands }) => ({ ortho: readTiff(bands).map(mirror) }),
  "cloud-mask": ({ bands }) => ({
    mask: [combine(readTiff(bands), (red, _, thermal) => (red > cloudBrightness && thermal < coldBrightness ? 255 : 0))],
  }),
  "vegetation-index": ({ ortho, mask }) => {
    const index = (red, infrared, _, isCloud) => (isCloud ? 0 : (127 * (infrared - red)) / (infrared + red || 1) + 128);
    return { index: [combine([...readTiff(ortho), ...readTiff(mask)], index)] };
  },
  "water-mask": ({ ortho, mask }) => {
    const isWater = (red, infrared, _, isCloud) => (!isCloud && infrared < red ? 255 : 0);
    return { water: [combine([...readTiff(ortho), ...readTiff(mask)], isWater)] };
  },
  "quick-look": ({ ortho }) => ({ picture: readTiff(ortho).slice(0, 1) }),
};

/** The files of the inputs, by the inputs' names. */
async function readInputs({ input_data }) {
  const files = {};
  for (const { name, file } of input_data) {
    console.error(`reads ${name}: ${file.file_name}`);
    files[name] = await readFile(new URL(file.uri)).catch((error) => {
      throw Object.assign(error, { exitCode: unreadable });
    });
  }
  return files;
}

/** Writes the outputs into the job's folder. @returns the results, in which the worker finds the files by their paths */
async function writeOutputs(outputs) {
  const output_data = [];
  for (const [name, output] of Object.entries(outputs)) {
    const isText = typeof output === "string";
    const path = `${name}.${isText ? "txt" : "tiff"}`;
    await writeFile(path, isText ? output : writeTiff(output));
    output_data.push({ name, file: { path, media_type: isText ? "text/plain" : "image/tiff" } });
  }
  return { output_data };
}

try {
  const outputs = algorithms[process.argv[2]](await readInputs(JSON.parse(await text(process.stdin))));
  console.log(JSON.stringify(await writeOutputs(outputs)));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = error.exitCode ?? 1;
}
