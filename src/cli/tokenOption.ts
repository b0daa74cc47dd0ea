import { existsSync } from "node:fs";
import path from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Invocation } from "../config/invocation.js";

/** The option that names the file of the token. A token itself can't be given, because other users see command lines. */
export const tokenOption = ({ directory }: Pick<Invocation, "directory">): Option =>
  new Option("--token-file <FILE>", "holds a token or an API key (else it stands in the environment, as BATCH_GATEWAY_TOKEN)").argParser(
    (file) => {
      const found = path.resolve(directory, file);
      if (!existsSync(found)) throw new InvalidArgumentError("There is no such file.");
      return found;
    },
  );
