/** The id of a message as its receiver sees it, in the header `webhook-id`. */
export const toMessageId = (uuid: string): string => `msg_${uuid}`;

/** @returns the uuid of a message's id; null where it can't be one */
export const fromMessageId = (id: string): string | null => /^msg_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(id)?.[1] ?? null;
