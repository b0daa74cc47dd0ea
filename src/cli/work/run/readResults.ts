import { copyFile, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isObject } from "../../../domain/fieldReader.js";
import { storableJson } from "../../../domain/storable.js";

/** The most bytes of results that the gateway takes. */
export const maxResultsBytes = 256 * 1024;

/** What a command has written as its results is not what can be reported. */
export class BadResults extends Error {}

/**
 * Reads a command's results: the file where there is one, else the last line of standard output where that is an object. Files with a path
 * are moved out of the command's folder, and described.
 * @param folder that of `prepareCommand`: paths are relative to its folder `work`
 * @param lastLine of standard output; one whose beginning was lost begins with NUL
 * @param outputFolder gets the output files
 * @returns `{version, output_data: [{name, value | file | files | file_id | file_ids}]}`, or null where the command said nothing
 * @throws {BadResults}
 */
export async function readResults(folder: string, lastLine: string, outputFolder: string): Promise<Record<string, unknown> | null> {
  const workFolder = path.join(folder, "work");
  const written = await readFile(path.join(folder, "results.json"), "utf8").catch(() => "");
  const text = written.trim() || (lastLine.startsWith("{") ? lastLine : "");
  if (text === "" && lastLine.startsWith("\0") && lastLine.endsWith("}")) throw tooLarge();
  if (text === "") return null;
  const results = parse(text, written.trim() ? "The results" : "The last line of standard output");
  const output_data: unknown[] = [];
  for (const output of results.output_data) {
    const moved = { ...output };
    if (isObject(output.file)) moved.file = await moveFile(output.file, workFolder, outputFolder);
    if (Array.isArray(output.files)) {
      moved.files = await Promise.all(output.files.map((each) => (isObject(each) ? moveFile(each, workFolder, outputFolder) : each)));
    }
    output_data.push(moved);
  }
  const whole = { version: "1.0", ...results, output_data };
  // Of what is nested too deeply, JSON could not be written.
  const [problem] = storableJson(whole);
  if (problem) throw new BadResults(`The results have a part that ${problem.message}`);
  if (Buffer.byteLength(JSON.stringify(whole)) > maxResultsBytes) throw tooLarge();
  return whole;
}

const tooLarge = () => new BadResults(`The results are larger than ${maxResultsBytes} bytes`);

function parse(text: string, what: string): { output_data: Record<string, unknown>[] } {
  let results: unknown;
  try {
    results = JSON.parse(text);
  } catch (error) {
    throw new BadResults(`${what} can't be read: ${(error as Error).message}`);
  }
  const outputs = isObject(results) ? results.output_data : null;
  if (!isObject(results) || !Array.isArray(outputs) || !outputs.every(isObject)) {
    throw new BadResults(`${what} must be {"output_data": [{"name": …}, …]}`);
  }
  return { ...results, output_data: outputs };
}

async function moveFile(file: Record<string, unknown>, workFolder: string, outputFolder: string): Promise<Record<string, unknown>> {
  const { path: given, ...described } = file;
  if (given === undefined) return described;
  const source = path.resolve(workFolder, String(given));
  const place = path.relative(workFolder, source);
  if (place === "" || place.startsWith("..") || path.isAbsolute(place)) throw new BadResults(`${given} does not lie in the job's folder`);
  const target = path.join(outputFolder, place);
  const size = await sizeOf(source);
  if (size !== null) {
    await mkdir(path.dirname(target), { recursive: true });
    await move(source, target);
  }
  // It is there already where a bridge to an engine was killed after it had moved it, and before the gateway knew.
  const file_size = size ?? (await sizeOf(target));
  if (file_size === null) throw new BadResults(`There is no file ${given}`);
  const uri = pathToFileURL(target).href;
  return { file_name: path.basename(target), media_type: "application/octet-stream", ...described, file_size, uri };
}

/** @returns null where there is no such file */
async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function move(source: string, target: string): Promise<void> {
  try {
    await rename(source, target);
  } catch (error) {
    // The folders may be on two disks.
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await copyFile(source, target);
    await rm(source);
  }
}
