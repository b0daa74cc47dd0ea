import type { Scope } from "./actions/batchActions.js";
import type { BatchStatus, JobAction, JobExecutionStatus, JobStatus, Role } from "./generated/graphql.js";
import type { Band } from "./pages/batch/jobHistory.js";
import type { JobMark } from "./parts/graph/drawnGraph.js";
import type { BatchState } from "./parts/StateBadge.js";

// All that the console says, in English. Another language is another file of this shape. What depends on a number or on a time is a
// function: grammar is not put together elsewhere.

/**
 * A form of the browser's for numbers or times, made when it is first needed. The first of them takes Chromium 50 to 90 ms; the list of
 * batches, which is loaded first, says all that it has in plain words.
 */
function later<Form>(make: (locale: string) => Form): () => Form {
  let form: Form | undefined;
  return () => (form ??= make("en"));
}
const decimals = later((locale) => new Intl.NumberFormat(locale));
const days = later((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));
const localTimes = later((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }));
const clockTimes = later((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" }));

/** "1,234", "0.5" */
const number = (value: number): string =>
  Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ",") : decimals().format(value);

/** "a", "a and b", "a, b, and c" */
const list = (items: readonly string[]): string =>
  items.length < 3 ? items.join(" and ") : `${items.slice(0, -1).join(", ")}, and ${items.at(-1)}`;

/** "A and b." */
function sentence(parts: readonly string[]): string {
  const text = list(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** "99%" @param value 0 to 100 */
const percent = (value: number): string => `${Math.floor(value)}%`;

/** The form of a word or of a few that goes with a number. */
const plural = (value: number, one: string, other: string): string => (value === 1 ? one : other);

/** "1 job", "2 jobs" */
const count = (value: number, one: string, other = `${one}s`): string => `${number(value)} ${plural(value, one, other)}`;

/** Units of time, each with how many make one of the next. */
const units = [
  ["sec.", 60],
  ["min.", 60],
  ["hr.", 24],
  ["day", 30],
  ["mo.", 12],
  ["yr.", Number.POSITIVE_INFINITY],
] as const;

/** "3 h", "1 week", "2 days": a length of time that has few digits in one unit. */
function span(seconds: number): string {
  const spans = [
    [604_800, "week"],
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ] as const;
  const [size, unit] = spans.find(([unitSize]) => seconds % unitSize === 0) ?? [1, "second"];
  return count(seconds / size, unit);
}

const batches = (value: number) => count(value, "batch", "batches");

export const texts = {
  number,
  percent,
  list,

  time: {
    /** "3 min. ago" @param seconds from now; what has been is negative */
    relative(seconds: number): string {
      let value = Math.abs(seconds);
      for (const [unit, size] of units) {
        const whole = Math.round(value);
        if (whole < size) {
          if (whole === 0) return "now";
          const distance = unit === "day" ? count(whole, unit) : `${whole} ${unit}`;
          return seconds < 0 ? `${distance} ago` : `in ${distance}`;
        }
        value /= size;
      }
      return "";
    },
    /** For the ends of an axis. */
    clock: (time: Date) => clockTimes().format(time),
    local: (time: Date) => localTimes().format(time),
    /** What is shown on hover. */
    both: (time: Date) => `${localTimes().format(time)} here, ${time.toISOString().replace("T", " ").replace(/\.\d+/, "")} in UTC`,
    /** "120 ms", "4.3 s", "12 s", "5 min 3 s", "2 h 5 min", "3 days" */
    duration(seconds: number): string {
      const milliseconds = Math.max(0, Math.round(seconds * 1000));
      if (milliseconds < 1000) return `${milliseconds} ms`;
      if (milliseconds < 10_000) return `${Math.round(milliseconds / 100) / 10} s`;
      const whole = Math.round(seconds);
      if (whole < 60) return `${whole} s`;
      if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
      if (whole < 172_800) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
      return count(Math.floor(whole / 86_400), "day");
    },
  },

  count: {
    recipes: (value: number) => count(value, "recipe"),
    jobs: (value: number) => count(value, "job"),
  },

  undo: "Undo",
  loading: "Loading",

  elsewhere: { title: "The same elsewhere:", metrics: "These numbers elsewhere:", graphiql: "in GraphiQL", rest: "by REST" },

  shell: {
    name: "Batch gateway",
    skip: "Skip to the content",
    notLive: "The gateway can't tell what moves at the moment: what is shown may be old. It goes on by itself.",
    navigation: "Pages",
    pages: {
      batches: "Batches",
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
    undo: "Undo what was done last",
    search: "Search",
    newBatch: "New batch",
    toBatches: "To the batches",
    toRecipeTypes: "To the recipe types",
    toQueues: "To the queues",
    next: "Next one",
    previous: "Previous one",
    select: "Select it",
    cancel: "Cancel",
    pauseOrResume: "Pause or resume",
    retry: "Retry as a new batch",
    limits: "Change the limits",
    requeue: "Requeue failed jobs",
  },

  errors: {
    title: "This did not work.",
    unreachable: "The gateway does not answer. This page goes on when it does; or try again.",
    forbidden: (role: string) => `Your role, ${role}, may not do this. It takes OPERATOR: ask whoever runs the gateway for it.`,
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
    RECIPES_FAILED: "Recipes failed",
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
    label: (made: number | null, done: number | null, failed: number, canceled: number) =>
      [
        `${made === null ? "Nothing" : percent(made)} made`,
        `${done === null ? "nothing" : percent(done)} done`,
        ...(failed > 0 ? [`${count(failed, "job")} failed or blocked`] : []),
        ...(canceled > 0 ? [`${count(canceled, "job")} canceled`] : []),
      ].join(", "),
    made: (percent: string) => `${percent} made`,
    done: (percent: string) => `${percent} done`,
    noJob: "no job to do",
  },

  actions: {
    reason: "Reason, for the history (may be empty)",
    leave: "Leave it as it is",
    refused: (value: number, message: string) => `${batches(value)} left as before: ${message}`,
    pause: {
      button: "Pause",
      title: (value: number) => (value === 1 ? "Pause this batch?" : `Pause ${batches(value)}?`),
      says: ({ recipesToMake, waiting, running }: Scope) => [
        `Until resumed, no recipe is made (${count(recipesToMake, "recipe")} to go) and no job is handed out (${count(waiting, "job")} waiting).`,
        running > 0
          ? `${count(running, "job")} that ${plural(running, "runs goes", "run go")} on to the end.`
          : "No job runs at the moment.",
      ],
      confirm: (value: number) => `Pause ${batches(value)}`,
      done: (value: number) => `${batches(value)} paused`,
    },
    resume: {
      button: "Resume",
      title: (value: number) => (value === 1 ? "Resume this batch?" : `Resume ${batches(value)}?`),
      says: ({ recipesToMake, waiting }: Scope) => [
        `It goes on where it stopped: ${count(recipesToMake, "recipe")} to make, and ${count(waiting, "job")} waiting to be handed out.`,
      ],
      confirm: (value: number) => `Resume ${batches(value)}`,
      done: (value: number) => `${batches(value)} resumed`,
    },
    cancel: {
      button: "Cancel",
      title: (value: number) => (value === 1 ? "Cancel this batch for good?" : `Cancel ${batches(value)} for good?`),
      says: ({ recipesToMake, waiting, running }: Scope) => [
        sentence([
          ...(recipesToMake > 0 ? [`${count(recipesToMake, "recipe")} will not be made`] : []),
          ...(waiting > 0 ? [`${count(waiting, "job")} that ${plural(waiting, "has", "have")} not started will not run`] : []),
          running === 0 ? "no running job has to be stopped" : `the workers of ${count(running, "running job")} are told to stop`,
        ]),
        "What is done stays. This can't be undone; what was never made can be retried by a new batch.",
      ],
      confirm: (value: number) => `Cancel ${batches(value)}`,
      done: (value: number) => `${batches(value)} canceled`,
    },
    requeue: {
      button: "Requeue failed jobs",
      title: (_: number) => "Run the failed jobs again?",
      says: ({ failed, blocked }: Scope) => [
        `${count(failed, "failed job")} will be queued again, with as many new tries as ${plural(failed, "its type allows", "their types allow")}, and ${count(blocked, "job")} behind ${plural(failed, "it", "them")} will follow.`,
      ],
      confirm: (_: number) => "Requeue the failed jobs",
      done: (jobs: number) => `${count(jobs, "job")} queued again`,
    },
    retry: {
      button: "Retry as a new batch",
      title: (_: number) => "Retry what failed as a new batch?",
      says: ({ recipesToMake, recipesFailed, failed }: Scope) => [
        `A new batch, with the same definition and limits, is created over exactly what is left: ${count(recipesFailed, "recipe")} that could not be re-processed, ${count(recipesToMake, "recipe")} never come to, and the recipes of ${count(failed, "failed job")}.`,
        "This batch stays as it is.",
      ],
      confirm: (_: number) => "Create the new batch",
      done: (_: number) => "The new batch is created",
    },
  },

  limits: {
    title: "Limits of this batch",
    says: "They hold from now on. Jobs that run go on in any case. An empty field is no limit.",
    maxRunningJobs: "Jobs that run at once, at most",
    stopAfterFailedJobs: "Hold the work when so many jobs have failed",
    none: "No limit",
    save: "Change the limits",
    done: "The limits are changed",
  },

  jobStatus: {
    BLOCKED: "Blocked",
    CANCELED: "Canceled",
    COMPLETED: "Completed",
    FAILED: "Failed",
    PENDING: "Pending",
    QUEUED: "Queued",
    RUNNING: "Running",
  } satisfies Record<JobStatus, string>,

  batch: {
    name: (id: string) => `Batch ${id}`,
    notFound: (id: string) => `There is no batch ${id}.`,
    stalled: "Nothing was made since",
    made: {
      title: "Recipes made",
      says: (created: number, failed: number, total: number, status: BatchStatus) =>
        total === 0
          ? status === "CREATED"
            ? "No recipe matched."
            : "How many recipes it matches is not known."
          : `${number(created)} of ${count(total, "recipe")} made${failed > 0 ? `, ${number(failed)} could not be` : ""}`,
    },
    done: {
      title: "Jobs done",
      says: (completed: number, canceled: number, total: number, recipes: number) =>
        total === 0
          ? "No job"
          : `${number(completed)} of ${count(total, "job")}${canceled > 0 ? `, ${number(canceled)} canceled` : ""}, ${count(recipes, "recipe")} whole`,
      rate: (perSecond: number) =>
        perSecond >= 1
          ? `${count(Math.round(perSecond * 10) / 10, "job")} a second`
          : `${count(Math.round(perSecond * 600) / 10, "job")} a minute`,
      estimate: "done",
      finished: "finished",
    },
    chart: {
      label: (last: Readonly<Record<Band, number>>, seconds: number) =>
        `Jobs by status over ${texts.time.duration(seconds)}. At the end: ${number(last.completed)} completed, ${number(last.failed)} failed or blocked, ${number(last.canceled)} canceled, ${number(last.running)} running, ${number(last.waiting)} waiting.`,
      bands: {
        completed: "Completed",
        failed: "Failed or blocked",
        canceled: "Canceled",
        running: "Running",
        waiting: "Waiting",
      } satisfies Record<Band, string>,
      none: "No job was made yet. When some are, they are drawn here over time.",
      ended: (total: number) =>
        `The batch had ${count(total, "job")}, too many to ask each for its times. They were drawn here while it ran.`,
      soon: "The jobs over time are drawn here as they move.",
      told: "From the times of its jobs; of a job that was tried again, the last try.",
      seen: (total: number) => `Since this page was opened: the batch has ${count(total, "job")}, too many to ask each for its times.`,
    },
    failures: {
      title: "What failed and why",
      unknown: "No reason was told",
      of: (jobType: string) => `of ${jobType}:`,
      notMade: "could not be re-processed:",
      job: (id: number) => `Job ${id}`,
      first: (shown: number, all: number) => `Grouped are the first ${number(shown)} of ${count(all, "failed job")}.`,
      more: (value: number) => `${number(value)} more · show`,
      all: "All failed jobs",
    },
    jobs: {
      title: "Jobs",
      status: "Status",
      any: "Any",
      refresh: "Refresh",
      none: "There is no job yet.",
      noneOfStatus: "No job has this status.",
      kept: "kept",
      tries: (value: number) => `started ${value} times`,
    },
    executions: {
      gone: "There is no such job any more.",
      none: "It was not started yet.",
      held: (why: string) => `Held: ${why}`,
      attempt: (value: number) => `Attempt ${value}`,
      by: (worker: string) => `by ${worker}`,
      took: (duration: string) => `took ${duration}`,
      exitCode: (code: number) => `exit code ${code}`,
      status: {
        CANCELED: "Canceled",
        COMPLETED: "Completed",
        FAILED: "Failed",
        LOST: "Lost: its worker was silent for too long",
        RELEASED: "Given back",
        RUNNING: "Running",
      } satisfies Record<JobExecutionStatus, string>,
    },
    history: { title: "History", made: "Making", done: "Work" },
    definition: {
      title: "What it re-processes",
      recipes: "Recipes",
      of: "Of",
      always: "of all times",
      range: { CREATED: "created", DATA: "whose data is" },
      from: "from",
      to: "to",
      jobs: "Jobs",
      allJobs: "All of them run again.",
      namedJobs: (names: readonly string[]) => `Those that changed, and ${list(names)}, with all that stands on them.`,
      changedJobs: "Those that changed, and all that stands on them.",
      priority: "Priority",
      limits: "Limits",
      limitsAre: (running: number | null, failed: number | null) =>
        running === null && failed === null
          ? "None."
          : [
              ...(running === null ? [] : [`At most ${count(running, "job")} at once.`]),
              ...(failed === null ? [] : [`Held when ${count(failed, "job")} ${plural(failed, "has", "have")} failed.`]),
            ].join(" "),
      change: "Change",
      asked: "Created by",
      retryOf: "Retries",
    },
  },

  queues: {
    title: "Queues and workers",
    idle: (all: number) => `Also those that were never used (${number(all)} in all)`,
    none: "No job waits or runs.",
    noneNext: "When a batch is created, what waits of each job type is shown here.",
    columns: {
      jobType: "Job type",
      queued: "Queued",
      oldest: "Oldest queued",
      running: "Running",
      held: "Held",
      lastClaim: "Last claimed",
    },
    actions: "What can be done",
    never: "never",
    running: (running: number, max: number | null) => (max === null ? number(running) : `${number(running)} of at most ${number(max)}`),
    held: (held: number, isPaused: boolean, max: number | null, running: number) => {
      if (isPaused) return `${number(held)}: the job type is paused`;
      if (held === 0) return "–";
      if (max !== null && running >= max) return `${number(held)}: as many run as may`;
      return `${number(held)}: by their batches, which are paused, held or at their own limits, or until their next try`;
    },
    pause: "Pause",
    resume: "Resume",
    limitButton: "Limit",
    limit: "Jobs that run at once, at most",
    pauseTitle: (name: string) => `Pause ${name}?`,
    resumeTitle: (name: string) => `Resume ${name}?`,
    limitTitle: (name: string) => `How many of ${name} may run at once?`,
    pauseSays: (queued: number, running: number) =>
      `Of all batches, ${count(queued, "queued job")} ${plural(queued, "is", "are")} held until it is resumed. ${count(running, "job")} that ${plural(running, "runs goes", "run go")} on to the end.`,
    resumeSays: (queued: number) => `${count(queued, "queued job")} may be handed out again.`,
    limitSays: (running: number) =>
      `It holds for the jobs of all batches together, from now on; ${count(running, "job")} that ${plural(running, "runs goes", "run go")} on in any case. An empty field is no limit.`,
    paused: (name: string) => `${name} is paused`,
    resumed: (name: string) => `${name} is resumed`,
    limited: (name: string) => `The limit of ${name} is changed`,
    workers: "Workers of the last hour",
    noWorkers: "No worker was seen. This one runs a command for each job:",
    workerColumns: { name: "Worker", running: "Jobs in hand", seen: "Last seen" },
  },

  signIn: {
    title: "Who you are",
    unknown: "The gateway does not know yet who you are.",
    you: "You are",
    may: {
      READER: "You may read everything but webhooks.",
      WORKER: "You may claim jobs and report about them, and read nothing else: the console shows you little.",
      OPERATOR: "You may read and change batches, jobs and job types.",
      ADMIN: "You may do everything.",
    } satisfies Record<Role, string>,
    out: "Sign out",
    issuer: "By your organization",
    issuerSays: (host: string) => `You say who you are at ${host}, and come back here.`,
    issuerButton: "Sign in",
    issuerAway: (message: string) => `The issuer can't be asked at the moment: ${message}`,
    key: "By a key",
    keySays: "API key or token. It is kept with this tab, until that is closed.",
    keyButton: "Use it",
    proxy: "A proxy in front of the gateway says who you are. There is nothing to do here.",
    nobody: "This gateway asks nobody who they are: whoever reaches it may do everything.",
    back: "Signing in …",
    refused: (message: string) => `You are not signed in: ${message}`,
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
      wholeName: "Whole name",
      any: "Any",
      clear: "Clear filters",
    },
    sortBy: (column: string) => `Sort by ${column}`,
    total: (shown: number, all: number) => (shown < all ? `${number(shown)} of ${batches(all)}` : batches(all)),
    matches: (recipes: number, status: BatchStatus) =>
      recipes > 0 ? count(recipes, "recipe") : status === "CREATED" ? "no recipe matched" : "not begun",
    more: "Show more",
    newer: (value: number) => `${count(value, "newer batch", "newer batches")} · show`,
    none: "There is no batch yet.",
    noneNext: "Create the first one: it re-processes the recipes of a recipe type.",
    noneMatches: "No batch matches these filters.",
    create: "New batch",
    select: (title: string) => `Select ${title}`,
    selectAll: "Select all that are shown",
    unselect: "Select none",
    selected: (value: number) => `${batches(value)} selected`,
    failedCell: (recipes: number, jobs: number) =>
      list([...(recipes > 0 ? [count(recipes, "recipe")] : []), ...(jobs > 0 ? [count(jobs, "job")] : [])]),
  },

  graph: {
    marks: {
      KEEP: "Keep",
      RERUN: "Run again",
      ADD: "Add",
      REMOVE: "Remove",
      ADDED: "Added",
      REMOVED: "Removed",
      CHANGED: "Changed",
    } satisfies Record<JobMark, string>,
    meanings: {
      KEEP: "nothing has changed, the job stays",
      RERUN: "nothing has changed, but it is to run again, or stands behind one that is",
      ADD: "is new, or has changed",
      REMOVE: "is no longer there",
      ADDED: "only the later revision has it",
      REMOVED: "only the earlier revision has it",
      CHANGED: "has another version, or is fed otherwise",
    } satisfies Record<JobMark, string>,
    after: (parents: readonly string[]) => `; after ${list(parents)}`,
    replaces: (version: string) => `replaces ${version}`,
    was: (version: string) => `was ${version}`,
  },

  histogram: {
    from: "From",
    to: "To",
    edge: (time: Date) => days().format(time),
    bar: (time: Date, value: number) => `${days().format(time)}: ${count(value, "recipe")}`,
    interval: (seconds: number) => `Each bar is ${span(seconds)}`,
  },

  recipeTypes: {
    title: "Recipe types",
    search: "Search by name or title",
    none: "There is no recipe type yet. Load a sample where the gateway was installed:",
    noneMatches: "No recipe type matches this search.",
    total: (shown: number, all: number) => (shown < all ? `${number(shown)} of ${count(all, "recipe type")}` : count(all, "recipe type")),
    revision: (revisionNum: number) => `Revision ${revisionNum}`,
    inactive: "not active",
  },

  recipeType: {
    title: "Recipe type",
    none: "There is no such recipe type.",
    graph: "Jobs",
    graphLabel: (revisionNum: number) => `The jobs of revision ${revisionNum}`,
    differenceLabel: (earlier: number, later: number) => `The jobs of revision ${later}, and what has changed since revision ${earlier}`,
    shownRevision: "Revision",
    comparedWith: "compared with",
    nothing: "nothing",
    revisionOption: (revisionNum: number, isCurrent: boolean) => (isCurrent ? `${revisionNum} (current)` : String(revisionNum)),
    noSuchRevision: "There is no such revision. Choose another one above.",
    pressJob: "Choose a job to see what feeds it.",
    jobType: "Job type",
    difference({ added, removed, changed, edges }: { added: number; removed: number; changed: number; edges: number }) {
      const parts = [
        ...(added > 0 ? [`${count(added, "job")} added`] : []),
        ...(removed > 0 ? [`${count(removed, "job")} removed`] : []),
        ...(changed > 0 ? [`${count(changed, "job")} changed`] : []),
        ...(edges > 0 ? [`${count(edges, "dependency", "dependencies")} changed`] : []),
      ];
      return parts.length > 0 ? `${list(parts)}.` : "The jobs and what feeds them are the same in both.";
    },
    revisions: "Revisions",
    revision: "Revision",
    created: "Created",
    recipes: "Recipes",
    actions: "What can be seen of it",
    whatChanged: (before: number) => `What changed since ${before}`,
    metrics: "How its jobs went from batch to batch",
    metricsHint:
      "Each of the batches, of which the last six are shown, re-processed what the one before it made. Bars are the mean, lines lead from the shortest to the 95th percentile.",
    metricsOf: (jobName: string) => `${jobName}, by batch`,
    chainOf: "The chain that led to",
    batchOption: (databaseId: number, title: string) => `${databaseId}: ${title}`,
    noMetrics: "None of their jobs has run yet. When workers have run some, each job has its numbers here.",
    batch: "Batch",
    mean: "Mean",
    p95: "95%",
    failedExecutions: "Failed",
    failedOf: (failed: number, all: number) => `${number(failed)} of ${number(all)}`,
    noValue: "–",
    noBatches: "No batch has re-processed its recipes yet.",
    allBatches: (value: number) => `All ${batches(value)}`,
  },

  newBatch: {
    title: "New batch",
    chooseType: "Which recipes are to be re-processed?",
    noSuchType: "There is no such recipe type.",
    type: "Recipe type",
    changeType: "Choose another",
    jobs: "Jobs",
    jobsHint:
      "What has changed runs in any case. Press a job to have it run again although nothing has changed, and with it all that follows from it.",
    allJobs: "Run all jobs again",
    graph: "The jobs, and what the batch would do to each",
    forRevision: "What it would do to recipes of",
    revisionOption: (revisionNum: number, recipes: number) => `revision ${revisionNum} (${count(recipes, "recipe")})`,
    nothingMarked: "No recipe matches, so nothing would be done to any job.",
    dropJob: (name: string) => `Leave out ${name}, which the current revision does not have`,
    range: "Recipes",
    by: { CREATED: "By when they were created", DATA: "By the time of their data" },
    from: "From",
    to: "To, inclusive",
    wholeRange: "Of all times",
    noTimes: "There is no recipe that could match and has such a time.",
    optionsTitle: "Options",
    options: {
      priority: "Priority",
      running: "Most jobs at once",
      stop: "Stop after failed jobs",
      title: "Title",
      description: "Description",
    },
    hints: {
      priority: "Lower is more urgent. Empty: each job type's own.",
      running: "Empty: as many as the workers take.",
      stop: "Its work is held with so many failures. Empty: it goes on.",
    },
    plan: "What it would do",
    backward: "The range ends before it begins.",
    notInteger: "This must be a whole number.",
    invalid: "This can't be created as it is. What is wrong stands where it belongs.",
    recipes: (value: number) => (value === 0 ? "Nothing: no recipe matches" : `Re-process ${count(value, "recipe")}`),
    actions({ KEEP, RERUN, ADD, REMOVE }: Record<JobAction, number>) {
      const parts = [
        ...(KEEP > 0 ? [`keep ${count(KEEP, "job")}`] : []),
        ...(RERUN > 0 ? [`run ${count(RERUN, "job")} again`] : []),
        ...(ADD > 0 ? [`add ${number(ADD)}`] : []),
        ...(REMOVE > 0 ? [`remove ${number(REMOVE)}`] : []),
      ];
      return `${list(parts)} for each`;
    },
    cannot: "will fail",
    newJobs: (value: number) => `${count(value, "new job")} in all.`,
    create: (recipes: number | null) => (recipes === null ? "Create batch" : `Create batch of ${count(recipes, "recipe")}`),
    creating: "Creating",
    hasChanged: (message: string) => `Nothing was created: this page ${message}. Above is what the batch would do now.`,
  },
} as const;
