import { readFile } from "node:fs/promises";
import { pickEnvironment } from "../../config/pickEnvironment.js";

/** The file in which the token or the key stands; null: it stands in the environment, if anywhere. */
let tokenFile: string | null = null;

/** Has the token or the key of this process, which asks one gateway, stand in a file. */
export function useTokenFile(file: string): void {
  tokenFile = file;
}

/** The header that says who asks; none where no token was given. The file is read anew for each request, so the token may be replaced. */
export async function authorization(): Promise<{ authorization?: string }> {
  const token = tokenFile === null ? pickEnvironment(["BATCH_GATEWAY_TOKEN"]).BATCH_GATEWAY_TOKEN : await readFile(tokenFile, "utf8");
  return token?.trim() ? { authorization: `Bearer ${token.trim()}` } : {};
}
