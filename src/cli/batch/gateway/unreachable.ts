/** Nothing that speaks as a gateway answers at a URL. */
export class Unreachable extends Error {
  constructor(
    readonly url: string,
    reason: string,
  ) {
    super(`The gateway can't be reached at ${url}: ${reason}`);
  }
}
