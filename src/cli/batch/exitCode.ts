/** What the end of a command says to a script. */
export const exitCode = {
  ok: 0,
  /** The gateway refused the request, the person did not confirm it, or the watched batch ended FAILED or CANCELED. */
  refused: 1,
  /** The command line is wrong, whatever the gateway holds. */
  usage: 2,
  /** Nothing that speaks as a gateway answers at the URL. */
  unreachable: 3,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
