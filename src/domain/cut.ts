/**
 * A caller's text as messages quote it, from both ends: it can be as long as a request.
 * @param most characters
 */
export function cut(text: string, most = 180): string {
  const tail = Math.floor(most / 3);
  return text.length <= most ? text : `${text.slice(0, most - tail)}…${text.slice(-tail)}`;
}
