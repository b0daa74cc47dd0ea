/** Who makes a request. The doors find out; it is `Anonymous` where the request does not say. */
export interface Actor {
  readonly name: string;
}

export const anonymous: Actor = { name: "Anonymous" };
