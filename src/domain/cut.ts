/**
 * A text as messages quote it: where it is long, its beginning and its end. A caller's text can be as long as a request.
 * @param most characters that are kept
 */
export function cut(text: string, most = 180): string {
  const tail = Math.floor(most / 3);
  return text.length <= most ? text : `${text.slice(0, most - tail)}…${text.slice(-tail)}`;
}
