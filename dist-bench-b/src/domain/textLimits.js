import { storableJson } from "./storable.js";
/** The most bytes of a request: of a body by HTTP, and of the operations in hand on a WebSocket altogether. */
export const maxRequestBytes = 1_048_576;
export const maxRequest = `${maxRequestBytes / 1_048_576} MiB`;
/** The most characters of texts that clients write. A page of 1,000 batches with such texts is still answered. */
export const maxTitle = 50;
export const maxDescription = 5000;
export const maxReason = 1000;
/** Whether a text has more characters than allowed, counted as the database counts them. */
export const isLonger = (text, max) => text.length > max && (text.length > 2 * max || [...text].length > max);
/** What is wrong with a text that is stored in a column without a limit of its own. */
export function checkText(path, text, max) {
    if (text && isLonger(text, max))
        return [{ code: "TOO_LARGE", path, message: `must be at most ${max} characters` }];
    return storableJson(text, path);
}
