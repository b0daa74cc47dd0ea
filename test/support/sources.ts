import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A file of `src`, by its path in there: `domain/time.ts`. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

/** The first part of a file's path: the house's room that it stands in. */
export const roomOf = (file: string): string => (file.split("/")[0] as string).replace(/\.tsx?$/, "");

/** A file's text without its comments. */
export const code = ({ text }: Source): string => text.replace(/^\s*\/\*[\s\S]*?\*\/|(^|\s)\/\/ .*$/gm, "");

export const isGenerated = (file: string): boolean => file.includes("/generated/");

export const linesOf = (text: string): number => text.trimEnd().split("\n").length;

/** What a file imports, exports from elsewhere, or requires. */
export function importsOf(source: Source): Import[] {
  const statements = code(source).matchAll(/^(?:import|export)\s+(type\s)?(?:([^;"'`]*?)\sfrom\s*)?["']([^"']+)["']/gm);
  const calls = code(source).matchAll(/(typeof\s+)?\b(?:import|require)\(\s*["'`]([^"'`]+)["'`]/g);
  return [
    ...[...statements].map(([, type, names = "", specifier = ""]) => ({ specifier, isType: type !== undefined || hasOnlyTypes(names) })),
    ...[...calls].map(([, type, specifier = ""]) => ({ specifier, isType: type !== undefined })),
  ];
}

function hasOnlyTypes(names: string): boolean {
  const items =
    /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(",")
      .filter((name) => name.trim() !== "") ?? [];
  return items.length > 0 && items.every((name) => /^\s*type\s/.test(name));
}

/** The path in `src` of a file that is imported; null for a package. */
export const target = ({ file }: Source, { specifier }: Import): string | null =>
  specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts") : null;

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** All of `src` but Prisma's client. */
export const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("db/generated/"))
  .map((file): Source => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
