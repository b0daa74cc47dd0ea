/** Who asks. The doors find out; `Anonymous` where nobody said. */
export interface Actor {
  readonly name: string;
}

export const anonymous: Actor = { name: "Anonymous" };
