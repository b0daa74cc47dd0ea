import { createServer } from "node:net";
import { listenError } from "./listenError.js";

/**
 * Listens for a moment, so that a gateway that can't be reached is refused before its database is set up.
 * @throws {Error} that names PORT or HOST
 */
export const refuseTakenPort = ({ host, port }: { readonly host: string; readonly port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(listenError(error, { host, port })));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
