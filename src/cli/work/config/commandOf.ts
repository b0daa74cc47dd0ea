import type { JobTypeCommand, WorkConfig } from "./workConfig.js";

export const commandOf = ({ jobTypes }: WorkConfig, { name, version }: { name: string; version: string }): JobTypeCommand | undefined =>
  jobTypes.find((each) => each.name === name && (each.version ?? version) === version);
