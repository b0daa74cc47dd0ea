import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Invocation } from "../config/invocation.js";
import { readUrl } from "./readOption.js";

/**
 * Adds the options that name the gateway, and the file of the token. A token itself can't be given, because other users see command lines.
 * @param url what is said of the gateway's URL
 */
export const addGatewayOptions = (command: Command, { directory }: Pick<Invocation, "directory">, url: string): Command =>
  command
    .addOption(new Option("--url <URL>", url).env("BATCH_URL").default("http://127.0.0.1:4000/graphql").argParser(readUrl))
    .option("--token-file <FILE>", "holds a token or an API key (else it stands in the environment, as BATCH_GATEWAY_TOKEN)", (file) => {
      const found = path.resolve(directory, file);
      if (!existsSync(found)) throw new InvalidArgumentError("There is no such file.");
      return found;
    });
