import type { FieldReader } from "../../../domain/fieldReader.js";

/** Reads a list of texts; undefined where it is missing or wrong. */
export function readTexts(reader: FieldReader, key: string, min = 0, of = "of strings"): string[] | undefined {
  const texts = reader.value(key);
  if (texts === undefined) return undefined;
  const isRight = Array.isArray(texts) && texts.length >= min && texts.every((text) => typeof text === "string" && !text.includes("\0"));
  if (isRight) return texts;
  reader.invalid(key, `must be an array ${of}`);
}
