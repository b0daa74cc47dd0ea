/** What an actor may do, from the least to the most. `READER` and `WORKER` have in common only that both may ask who they are, and for the version. */
export const roles = ["READER", "WORKER", "OPERATOR", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** Who makes a request, and what they may do. The doors find out. */
export interface Actor {
  /** At most `maxActorName` characters. */
  readonly name: string;
  readonly role: Role;
}

/** Characters of an actor's name: the columns that keep it are as wide. */
export const maxActorName = 250;

/** Everybody, where nothing tells callers apart. */
export const anonymous: Actor = { name: "Anonymous", role: "ADMIN" };
