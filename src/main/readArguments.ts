const demo = "--demo";

/**
 * Reads the command line of `npm start`.
 * @returns whether the demonstration is to run
 * @throws {Error} for what there is not
 */
export function readArguments(args: readonly string[]): boolean {
  const others = args.filter((argument) => argument !== demo);
  if (others.length > 0)
    throw new Error(`There is no ${others.join(" ")}: settings come by the environment, and the one option is ${demo}`);
  return args.length > 0;
}
