import type { BatchStatus } from "./generated/graphql.js";
import type { BatchState } from "./parts/state.js";

// All that the console says, in English. Another language is another file of this shape. What depends on a number or on a time is a function:
// grammar is not put together elsewhere.

const locale = "en";
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const lists = new Intl.ListFormat(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
const localTimes = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });

const number = (value: number): string => numbers.format(value);

/** "1 job", "2 jobs" */
const count = (value: number, one: string, other = `${one}s`): string =>
  `${number(value)} ${plurals.select(value) === "one" ? one : other}`;

const units = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 30],
  ["month", 12],
  ["year", Number.POSITIVE_INFINITY],
] as const;

const batches = (value: number) => count(value, "batch", "batches");

export const texts = {
  number,
  /** @param value 0 to 100 */
  percent: (value: number) => percents.format(Math.floor(value) / 100),
  list: (items: Iterable<string>) => lists.format(items),

  time: {
    /** "3 min. ago" @param seconds from now; what has been is negative */
    relative(seconds: number): string {
      let value = seconds;
      for (const [unit, size] of units) {
        if (Math.abs(Math.round(value)) < size) return relative.format(Math.round(value), unit);
        value /= size;
      }
      return "";
    },
    local: (time: Date) => localTimes.format(time),
    /** What is shown on hover. */
    both: (time: Date) => `${localTimes.format(time)} here, ${time.toISOString().replace("T", " ").replace(/\.\d+/, "")} in UTC`,
    duration(seconds: number): string {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return `${whole} s`;
      if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
      if (whole < 172_800) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
      return count(Math.floor(whole / 86_400), "day");
    },
  },

  count: {
    batches,
    recipes: (value: number) => count(value, "recipe"),
    jobs: (value: number) => count(value, "job"),
  },

  undo: "Undo",

  shell: {
    name: "Batch gateway",
    skip: "Skip to the content",
    navigation: "Pages",
    pages: {
      batches: "Batches",
      newBatch: "New batch",
      recipeTypes: "Recipe types",
      queues: "Queues",
      graphiql: "GraphiQL",
      rest: "REST",
    },
    signIn: "Sign in",
    help: "Keyboard shortcuts",
    title: (page: string) => `${page} · Batch gateway`,
    notFound: "Nothing is at this address.",
    toBatches: "To the list of batches",
    close: "Close",
  },

  shortcuts: {
    title: "Keyboard shortcuts",
    help: "Show this list",
    search: "Search",
    newBatch: "New batch",
    toBatches: "To the batches",
    toQueues: "To the queues",
    next: "Next one",
    previous: "Previous one",
    select: "Select it",
    open: "Open it",
    cancel: "Cancel",
    pause: "Pause",
    resume: "Resume",
  },

  errors: {
    title: "This did not work.",
    unreachable: "The gateway does not answer. This page goes on when it does; or try again.",
    forbidden: (role: string) => `Your role, ${role}, may not do this. Ask whoever runs the gateway for another one.`,
    request: (id: string) => `The gateway's log has more about it under ${id}.`,
    again: "Try again",
    crashed: "This page has a fault of its own. Load it again; if that does not help, tell whoever runs the gateway.",
    reload: "Load it again",
  },

  state: {
    SUBMITTED: "Submitted",
    CREATING: "Creating",
    PAUSED: "Paused",
    CANCELED: "Canceled",
    FAILED: "Creation failed",
    WORK_WAITING: "Waiting",
    WORK_RUNNING: "Running",
    WORK_HELD: "Held",
    WORK_SUCCEEDED: "Succeeded",
    WORK_FAILED: "Failed",
    WORK_CANCELED: "Canceled",
  } satisfies Record<BatchState, string>,

  /** Of the making of a batch's recipes and jobs alone. */
  status: {
    SUBMITTED: "Submitted",
    CREATING: "Creating",
    CREATED: "Created",
    PAUSED: "Paused",
    CANCELED: "Canceled",
    FAILED: "Creation failed",
  } satisfies Record<BatchStatus, string>,

  progress: {
    label: (made: number | null, done: number | null, failed: number) =>
      `${made === null ? "Nothing" : percents.format(Math.floor(made) / 100)} made, ${done === null ? "nothing" : percents.format(Math.floor(done) / 100)} done${failed > 0 ? `, ${count(failed, "job")} failed` : ""}`,
    made: (percent: string) => `${percent} made`,
    done: (percent: string) => `${percent} done`,
  },

  batches: {
    title: "Batches",
    untitled: "Untitled",
    columns: {
      title: "Batch",
      recipeType: "Recipe type",
      state: "State",
      progress: "Made and done",
      failed: "Failed",
      who: "Who",
      created: "Created",
    },
    filters: {
      search: "Search by title",
      state: "Status",
      work: "Work",
      recipeType: "Recipe type",
      who: "Created by",
      any: "Any",
      clear: "Clear filters",
    },
    sortBy: (column: string) => `Sort by ${column}`,
    total: (shown: number, all: number) => (shown < all ? `${number(shown)} of ${batches(all)}` : batches(all)),
    matches: (recipes: number) => (recipes > 0 ? count(recipes, "recipe") : "not begun"),
    more: "Show more",
    loading: "Loading",
    newer: (value: number) => `${count(value, "newer batch", "newer batches")} · show`,
    none: "There is no batch yet.",
    noneNext: "Create the first one: it re-processes the recipes of a recipe type.",
    noneMatches: "No batch matches these filters.",
    create: "New batch",
    select: (title: string) => `Select ${title}`,
    selectAll: "Select all that are shown",
    selected: (value: number) => `${batches(value)} selected`,
    failedCell: (recipes: number, jobs: number) =>
      lists.format([...(recipes > 0 ? [count(recipes, "recipe")] : []), ...(jobs > 0 ? [count(jobs, "job")] : [])]),
  },
} as const;
