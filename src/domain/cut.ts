const [head, tail] = [120, 60];

/** A caller's text as messages quote it, from both ends: it can be as long as a request. */
export const cut = (text: string): string => (text.length <= head + tail ? text : `${text.slice(0, head)}…${text.slice(-tail)}`);
