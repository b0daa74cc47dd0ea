import { GraphQLError } from "graphql";

/** Characters of an answer's JSON: a page of 1,000 batches with all of their own fields has half as many where texts are long. */
export const maxAnswer = 8 * 1024 * 1024;

/** The answer would be larger than is kept in memory, or sent. */
export class AnswerTooLarge extends GraphQLError {
  constructor() {
    super(`The answer has more than ${maxAnswer} characters: ask for smaller pages, or for less of each object`, {
      extensions: { code: "TOO_LARGE" },
    });
  }
}

/** Whether the JSON of a value, escapes not counted, is larger than an answer may be. Stops counting as soon as it is. */
export function isTooLarge(value: unknown): boolean {
  let left = maxAnswer;
  const subtract = (part: unknown): void => {
    if (typeof part === "string") left -= part.length + 2;
    else if (typeof part !== "object" || part === null) left -= 5;
    else if (Array.isArray(part)) for (let i = 0; i < part.length && left >= 0; i++) subtract(part[i]);
    else {
      for (const key in part) {
        left -= key.length + 4;
        if (left < 0) return;
        subtract((part as Record<string, unknown>)[key]);
      }
    }
  };
  subtract(value);
  return left < 0;
}
