/** The variables of the environment that have these names: what a worker hands on to the commands that it runs. */
export const pickEnvironment = (names: readonly string[], env: NodeJS.ProcessEnv = process.env): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
