/** Where a gateway is, and by what it knows who asks. */
export interface Endpoint {
  /** Its GraphQL. */
  readonly url: string;
  /** The file in which the token or the API key stands. Without one, it stands in the environment, if anywhere. */
  readonly tokenFile?: string | undefined;
}
