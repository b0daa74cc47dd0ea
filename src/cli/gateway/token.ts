import { readFile } from "node:fs/promises";
import { pickEnvironment } from "../../config/invocation.js";
import { Refusal } from "./gatewayErrors.js";

/**
 * The header that says who asks; none where no token was given. The file is read anew for each request, so the token may be replaced.
 * @throws {Refusal} UNAUTHENTICATED, as the gateway would say, where the file can't be read or has more than a token. It names the place, and
 * nothing that stands there: `fetch` would quote the whole header
 */
export async function authorization(tokenFile: string | undefined): Promise<{ authorization?: string }> {
  const text = tokenFile === undefined ? pickEnvironment(["BATCH_GATEWAY_TOKEN"]).BATCH_GATEWAY_TOKEN : await read(tokenFile);
  const token = text?.trim();
  if (!token) return {};
  if (!/^[\x21-\x7e]+$/.test(token))
    throw refusal(`${tokenFile ?? "BATCH_GATEWAY_TOKEN"} must hold one token or API key, and nothing else`);
  return { authorization: `Bearer ${token}` };
}

const read = (file: string): Promise<string> =>
  readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw refusal(`The token can't be read from ${file}: ${code === "ENOENT" ? "there is no such file" : code}`);
  });

const refusal = (message: string): Refusal => new Refusal([{ code: "UNAUTHENTICATED", path: [], message }]);
