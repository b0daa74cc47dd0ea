/** Why the gateway has not done what it was asked. The message is the gateway's, for people. */
export class GatewayError extends Error {
  /** @param code as the schema describes them, or `UNREACHABLE` where there was no answer */
  constructor(
    message: string,
    readonly code: string,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}
