import { InvalidArgumentError } from "commander";

/** Reads an integer option. */
export const readInteger =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be an integer from ${min} to ${max}.`);
  };
