import path from "node:path";
import { readConfig } from "../config.js";

/** Where the sample's files are: beside the data of the embedded PostgreSQL. */
export const sampleFolder = (): string => path.resolve(readConfig().dataDir ?? ".data", "sample");

/** A file of the sample's algorithms. They are an example, to be copied, and no part of the bundle. */
export const sampleScript = (name: string): URL => new URL(`../../examples/landsat/${name}`, import.meta.url);
