export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** The setting that says the port; by default, it is PORT. */
  readonly key?: "PORT" | "METRICS_PORT" | undefined;
}

/** @returns the error as it is, or, where it is about the address, one that tells an operator which setting to change */
export function listenError(error: NodeJS.ErrnoException, { host, port, key = "PORT" }: ListenAddress): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`${key}: ${port} is in use on ${host}.\nStop what listens there, or set another ${key}.`);
    case "EACCES":
      return new Error(`${key}: this user may not listen on ${port}.\nSet ${key} to 1024 or more.`);
    case "EADDRNOTAVAIL":
    case "EAI_AGAIN":
    case "EINVAL":
    case "ENOTFOUND":
      return new Error(`HOST: ${host} is no address of this machine (${error.code}).\nSet HOST to one of its own, or to 0.0.0.0 for all.`);
    default:
      return error;
  }
}
