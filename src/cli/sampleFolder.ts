import path from "node:path";
import { readConfig } from "../config.js";

/** Where the sample's files are: beside the data of the embedded PostgreSQL. */
export const sampleFolder = (): string => path.resolve(readConfig().dataDir ?? ".data", "sample");
