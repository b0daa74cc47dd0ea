/** Whether there is no such file. Any other error leaves open what it says. */
export const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
