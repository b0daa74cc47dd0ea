import { compile } from "@fastify/proxy-addr";
import { EnvError, makeValidator } from "envalid";
import ipaddr from "ipaddr.js";
import { parse } from "pg-connection-string";

// What the values of settings look like. Each kind reads the text of the environment, or says what is wrong with it.

export const integer = (min: number, max: number) =>
  makeValidator<number>((text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) throw new EnvError(`must be an integer from ${min} to ${max}`);
    return value;
  })();

/**
 * A connection string that pg takes. It is a URL, whose host may also be the folder of a socket. Or it is that folder, a blank and the
 * database's name.
 */
export const postgresUrl = makeValidator<string>((text) => {
  if (text === "") return text;
  if (!/^(postgres(ql)?:\/\/|socket:|\/)/i.test(text)) throw new EnvError("must be a postgresql:// URL");
  try {
    parse(text);
  } catch (error) {
    // Besides the URL's form, a file of certificates that it names can be the reason.
    throw new EnvError(`must be a postgresql:// URL that can be read: ${(error as Error).message}`);
  }
  return text;
});

/** An empty HOST would open the port to everybody, an empty DATA_DIR would be the working directory. */
export const text = makeValidator<string>((value) => {
  if (value.trim() === "") throw new EnvError("must not be empty");
  return value;
});

/** Values separated by commas. @param what the right ones are called, in the plural */
export const list = (isRight: (item: string) => boolean, what: string, mayBeEmpty = false) =>
  makeValidator<readonly string[]>((value) => {
    const items = value.split(",").map((item) => item.trim());
    const named = items.filter((item) => item !== "");
    const wrong = named.filter((item) => !isRight(item));
    if (named.length === 0 && !mayBeEmpty) throw new EnvError(`must be ${what}, at least one`);
    if (wrong.length > 0) throw new EnvError(`must be ${what}, which is not so of ${wrong.join(", ")}`);
    return named;
  });

export const proxies = list(isProxy, "addresses, networks or names that proxy-addr knows", true);

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];
export const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|::1)$/i.test(host);

/** @returns the hosts that requests may name, among them the one that is listened on; null where they may name all */
export function allowedHosts(host: string, named: readonly string[]): readonly string[] | null {
  if (named.length === 0 && !isLoopback(host)) return null;
  // There are more loopback addresses than 127.0.0.1.
  const own = host.startsWith("127.") ? [host] : [];
  return [...new Set([...loopbackHosts, ...own, ...named.map((name) => name.toLowerCase())])];
}

/** Names and addresses. They have no port: `localhost` is allowed with any port. */
export const hosts = list((item) => /^([\w.-]+|\[[\da-f:.]+\])$/i.test(item), "hosts without ports", true);

function isProxy(item: string): boolean {
  try {
    compile(item);
    return true;
  } catch {
    return false;
  }
}

export const networks = list((item) => ipaddr.isValidCIDR(item), "networks, such as 10.0.0.0/8", true);
