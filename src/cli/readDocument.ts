import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { DomainError } from "../domain/errors.js";

/**
 * Reads JSON.
 * @param source a file's path, or a stream
 * @throws {DomainError} where it can't be read or is no JSON
 */
export async function readDocument(source: string | Readable): Promise<unknown> {
  const bytes = await (typeof source === "string" ? readFile(source) : buffer(source)).catch((error: NodeJS.ErrnoException) => {
    throw refusal(error.code === "ENOENT" ? "there is no such file" : `can't be read: ${error.message}`);
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw refusal(error instanceof SyntaxError ? `is not JSON: ${error.message}` : "is not JSON: it is not text in UTF-8");
  }
}

const refusal = (message: string): DomainError => new DomainError({ code: "INVALID", path: [], message });
