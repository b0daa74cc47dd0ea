import { createServer } from "node:net";

/**
 * Finds a free port.
 * @param wanted the port that must be free; 0 takes any
 * @throws where the wanted port is taken
 */
export const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
