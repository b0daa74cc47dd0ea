import { Id } from "./commonSchemas.js";
import { answer, boolean, named, nullableString, string } from "./schema.js";

export const jobTypeProperties = {
  id: Id,
  name: string,
  version: string,
  title: nullableString,
  description: nullableString,
  category: nullableString,
  author_name: nullableString,
  author_url: nullableString,
  is_system: boolean,
  is_long_running: boolean,
  is_active: boolean,
  is_operational: boolean,
  is_paused: boolean,
  icon_code: nullableString,
};

export const JobType = named("JobType", answer("A kind of work.", jobTypeProperties));
