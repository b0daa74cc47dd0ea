import { AnswerTooLarge, isTooLarge } from "./answerSize.js";

/** A value that has been written as JSON already. */
export class JsonText {
  constructor(readonly text: string) {}

  /** For code that does not know this class: plugins, and tests. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The JSON text of a result, whose `data` may be written already. Where the data would be too large, it is the text of an error. */
export function stringifyResult({ data, ...others }: { readonly data?: unknown; readonly errors?: unknown }): string {
  if (!(data instanceof JsonText)) {
    return JSON.stringify(isTooLarge(data) ? { errors: [new AnswerTooLarge()] } : { ...others, ...(data !== undefined && { data }) });
  }
  const rest = JSON.stringify(others);
  return rest === "{}" ? `{"data":${data.text}}` : `${rest.slice(0, -1)},"data":${data.text}}`;
}
