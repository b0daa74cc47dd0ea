/** @returns the error as it is, or, where it is about the address, one that tells an operator which setting to change */
export function listenError(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`PORT: ${port} is in use on ${host}.\nStop what listens there, or set another PORT.`);
    case "EACCES":
      return new Error(`PORT: this user may not listen on ${port}.\nSet PORT to 1024 or more.`);
    case "EADDRNOTAVAIL":
    case "EAI_AGAIN":
    case "EINVAL":
    case "ENOTFOUND":
      return new Error(`HOST: ${host} is no address of this machine (${error.code}).\nSet HOST to one of its own, or to 0.0.0.0 for all.`);
    default:
      return error;
  }
}
