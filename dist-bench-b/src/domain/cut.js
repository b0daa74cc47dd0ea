/**
 * Shortens a text for a message to its beginning and its end. It does so because a caller's text can be as long as a request.
 * @param max characters that are kept
 */
export function cut(text, max = 180) {
    const tail = Math.floor(max / 3);
    return text.length <= max ? text : `${text.slice(0, max - tail)}…${text.slice(-tail)}`;
}
