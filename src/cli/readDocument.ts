import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { DomainError } from "../domain/errors.js";

/**
 * Reads a file of JSON.
 * @param file null: standard input
 * @throws {DomainError} where it can't be read or is no JSON
 */
export async function readDocument(file: string | null): Promise<unknown> {
  const bytes = await (file === null ? buffer(process.stdin) : readFile(file)).catch((error: NodeJS.ErrnoException) => {
    throw refusal(error.code === "ENOENT" ? "there is no such file" : `can't be read: ${error.message}`);
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw refusal(error instanceof SyntaxError ? `is not JSON: ${error.message}` : "is not JSON: it is not text in UTF-8");
  }
}

const refusal = (message: string): DomainError => new DomainError({ code: "INVALID", path: [], message });
