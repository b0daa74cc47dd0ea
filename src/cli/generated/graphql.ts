/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A point in time: ISO-8601, shown in UTC with milliseconds and `Z`. In input a time zone is required. As the
   * end of a range, a time covers all of its millisecond, so that what is shown as `00:00:00.123Z` is within a range that ends then; with more
   * than three decimals it covers its microsecond only.
   */
  DateTime: { input: string; output: string; }
  /** The `JSONObject` scalar type represents JSON objects as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** A request to re-process many existing recipes of one recipe type. */
export type Batch = Node & {
  __typename?: 'Batch';
  created: Scalars['DateTime']['output'];
  /** Recipes that the batch has made. */
  createdCount: Scalars['Int']['output'];
  /** The job that expands the batch into recipes and jobs. */
  creatorJob?: Maybe<Job>;
  /** The integer id that REST callers know. */
  databaseId: Scalars['Int']['output'];
  definition: BatchDefinition;
  description?: Maybe<Scalars['String']['output']>;
  event: TriggerEvent;
  /** The batch's history: the changes of its status, the latest 100 of them, oldest first. */
  events: Array<BatchEvent>;
  /** Recipes that could not be re-processed. */
  failedCount: Scalars['Int']['output'];
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
  /** The jobs of the recipes that the batch made. Until the batch has ended, more can come in between those that are there. */
  jobs: BatchJobConnection;
  lastModified: Scalars['DateTime']['output'];
  progress: BatchProgress;
  recipeType: RecipeType;
  /** What became of each matched recipe. Until the batch has ended, more can come in between those that are there. */
  recipes: BatchRecipeConnection;
  /** The batch that this one goes on with: it tries its recipes again that failed, or that it never came to. */
  retryOf?: Maybe<Batch>;
  /** Since when nothing has been made, where that is more than 10 seconds and the batch is SUBMITTED or CREATING: its worker hangs (another one takes it over within a minute), or all workers are busy or away. */
  stalledSince?: Maybe<Scalars['DateTime']['output']>;
  status: BatchStatus;
  title?: Maybe<Scalars['String']['output']>;
  /** Recipes that the batch matched; 0 until its creator has started, unless it has a planToken. */
  totalCount: Scalars['Int']['output'];
};


/** A request to re-process many existing recipes of one recipe type. */
export type BatchJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<Array<JobStatus>>;
};


/** A request to re-process many existing recipes of one recipe type. */
export type BatchRecipesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  outcome?: InputMaybe<Array<BatchRecipeOutcome>>;
};

/** A window of a list. */
export type BatchConnection = {
  __typename?: 'BatchConnection';
  edges: Array<BatchEdge>;
  nodes: Array<Batch>;
  pageInfo: PageInfo;
  /** How many there are on all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** What a batch re-processes. */
export type BatchDefinition = {
  __typename?: 'BatchDefinition';
  /** Run every job again; overrides jobNames. */
  allJobs: Scalars['Boolean']['output'];
  dateRange?: Maybe<DateRange>;
  /** Jobs to run again even where nothing changed. */
  jobNames?: Maybe<Array<Scalars['String']['output']>>;
  /** The priority of the new jobs, instead of their types' own. */
  priority?: Maybe<Scalars['Int']['output']>;
  version: Scalars['String']['output'];
};

/** What a batch re-processes. */
export type BatchDefinitionInput = {
  /** Run every job again; overrides jobNames. */
  allJobs?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only recipes of this time. Absent: of all times. */
  dateRange?: InputMaybe<DateRangeInput>;
  /** Jobs to run again even where nothing changed: at most 1000 names, of at most 100 characters each. */
  jobNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The priority of the new jobs, instead of their types' own; a lower number is more urgent. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  version?: InputMaybe<Scalars['String']['input']>;
};

/** A node of a list, and its position. */
export type BatchEdge = {
  __typename?: 'BatchEdge';
  /** The edge's position in the list, in its order. Opaque. */
  cursor: Scalars['String']['output'];
  node: Batch;
};

/** A change of a batch's status. */
export type BatchEvent = {
  __typename?: 'BatchEvent';
  /** Who changed it. */
  actor: Scalars['String']['output'];
  /** Null where the batch came into being. */
  from?: Maybe<BatchStatus>;
  occurred: Scalars['DateTime']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  to: BatchStatus;
};

/** Conditions on batches. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type BatchFilter = {
  /** The name of the actor who created the batch. */
  createdBy?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Not modified after; inclusive, and to the end of its millisecond. */
  ended?: InputMaybe<Scalars['DateTime']['input']>;
  recipeTypeId?: InputMaybe<Array<Scalars['ID']['input']>>;
  recipeTypeName?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Not modified before; inclusive. */
  started?: InputMaybe<Scalars['DateTime']['input']>;
  status?: InputMaybe<Array<BatchStatus>>;
  /** Part of the title, in any case. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** The batch to create. */
export type BatchInput = {
  definition: BatchDefinitionInput;
  /** At most 5000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The recipe type whose recipes are re-processed: its global id, or its integer id. */
  recipeTypeId: Scalars['ID']['input'];
  /** At most 50 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** A job of a recipe that the batch made. `isOriginal`: made for this batch; false: kept from the superseded recipe. */
export type BatchJob = {
  __typename?: 'BatchJob';
  created: Scalars['DateTime']['output'];
  isOriginal: Scalars['Boolean']['output'];
  job: Job;
  supersededJob?: Maybe<Job>;
};

/** A window of a list. */
export type BatchJobConnection = {
  __typename?: 'BatchJobConnection';
  edges: Array<BatchJobEdge>;
  nodes: Array<BatchJob>;
  pageInfo: PageInfo;
  /** How many there are on all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A node of a list, and its position. */
export type BatchJobEdge = {
  __typename?: 'BatchJobEdge';
  /** The edge's position in the list, in its order. Opaque. */
  cursor: Scalars['String']['output'];
  node: BatchJob;
};

/** What a list of batches is sorted by. Ties are broken by the id. */
export type BatchOrder = {
  direction?: OrderDirection;
  field: BatchOrderField;
};

/** What a list of batches can be sorted by. */
export type BatchOrderField =
  | 'CREATED'
  | 'CREATED_COUNT'
  | 'FAILED_COUNT'
  | 'ID'
  | 'LAST_MODIFIED'
  | 'RECIPE_TYPE_NAME'
  | 'RECIPE_TYPE_VERSION'
  | 'STATUS'
  | 'TITLE'
  | 'TOTAL_COUNT';

/** The batch as it is now; null where the request was refused. */
export type BatchPayload = {
  __typename?: 'BatchPayload';
  batch?: Maybe<Batch>;
  errors: Array<UserError>;
};

/** How far a batch is. */
export type BatchProgress = {
  __typename?: 'BatchProgress';
  created: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  /** Jobs that this batch made (not the kept ones), by status. */
  jobs: JobStatusCounts;
  /** 0 to 100; null while the total is unknown or zero. */
  percent?: Maybe<Scalars['Float']['output']>;
  status: BatchStatus;
  /** Recipes that the batch matched; 0 until its creator has started, unless it has a planToken. */
  total: Scalars['Int']['output'];
};

/** What became of a matched recipe. */
export type BatchRecipe = {
  __typename?: 'BatchRecipe';
  created: Scalars['DateTime']['output'];
  failure?: Maybe<BatchRecipeFailure>;
  outcome: BatchRecipeOutcome;
  /** The new recipe; null where it has failed. */
  recipe?: Maybe<Recipe>;
  /** The matched recipe. */
  supersededRecipe?: Maybe<Recipe>;
};

/** A window of a list. */
export type BatchRecipeConnection = {
  __typename?: 'BatchRecipeConnection';
  edges: Array<BatchRecipeEdge>;
  nodes: Array<BatchRecipe>;
  pageInfo: PageInfo;
  /** How many there are on all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A node of a list, and its position. */
export type BatchRecipeEdge = {
  __typename?: 'BatchRecipeEdge';
  /** The edge's position in the list, in its order. Opaque. */
  cursor: Scalars['String']['output'];
  node: BatchRecipe;
};

/** Why a recipe could not be re-processed. */
export type BatchRecipeFailure = {
  __typename?: 'BatchRecipeFailure';
  /** For programs, such as INPUTS_INCOMPATIBLE. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
};

/** What became of a matched recipe. */
export type BatchRecipeOutcome =
  /** A new recipe supersedes the matched one. */
  | 'CREATED'
  /** The recipe could not be re-processed, and stays as it was. */
  | 'FAILED';

/** SUBMITTED and CREATED are the documented states; REST shows every other one as SUBMITTED. */
export type BatchStatus =
  /** Stopped for good by a caller; retried, a new batch goes on with what it never came to. */
  | 'CANCELED'
  /** Every matched recipe was made or has failed. */
  | 'CREATED'
  /** Its recipes are being made. */
  | 'CREATING'
  /** Stopped by a fault of its own; resumed, it goes on where it stopped. */
  | 'FAILED'
  /** Stopped; goes on where it stopped. */
  | 'PAUSED'
  /** Asked for; its creator job waits. */
  | 'SUBMITTED';

/** Something odd about a batch that may be created all the same. */
export type BatchWarning = {
  __typename?: 'BatchWarning';
  /** For people. */
  details: Scalars['String']['output'];
  /** For programs, such as NO_RECIPES. */
  id: Scalars['String']['output'];
};

/** The batch; null where the request was refused. */
export type CreateBatchPayload = {
  __typename?: 'CreateBatchPayload';
  batch?: Maybe<Batch>;
  errors: Array<UserError>;
  /** True where this idempotency key had already created the batch. */
  replayed: Scalars['Boolean']['output'];
};

/** Both bounds are inclusive, ended to the end of its millisecond. */
export type DateRange = {
  __typename?: 'DateRange';
  ended?: Maybe<Scalars['DateTime']['output']>;
  started?: Maybe<Scalars['DateTime']['output']>;
  type: DateRangeType;
};

/** Both bounds are inclusive, ended to the end of its millisecond; at least one is required. */
export type DateRangeInput = {
  ended?: InputMaybe<Scalars['DateTime']['input']>;
  started?: InputMaybe<Scalars['DateTime']['input']>;
  type?: InputMaybe<DateRangeType>;
};

/** What a date range is about. */
export type DateRangeType =
  /** When the recipe was made. */
  | 'CREATED'
  /** The data times of the recipe's input files. */
  | 'DATA';

/** One run of a job type. */
export type Job = Node & {
  __typename?: 'Job';
  created: Scalars['DateTime']['output'];
  databaseId: Scalars['Int']['output'];
  ended?: Maybe<Scalars['DateTime']['output']>;
  error?: Maybe<JobError>;
  event: TriggerEvent;
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
  isSuperseded: Scalars['Boolean']['output'];
  jobType: JobType;
  jobTypeRevision: JobTypeRevision;
  lastModified: Scalars['DateTime']['output'];
  lastStatusChange?: Maybe<Scalars['DateTime']['output']>;
  maxTries: Scalars['Int']['output'];
  /** How often it was started. */
  numExes: Scalars['Int']['output'];
  /** A lower number is more urgent. */
  priority: Scalars['Int']['output'];
  queued?: Maybe<Scalars['DateTime']['output']>;
  /** The first of the chain; null on the first. */
  rootSupersededJob?: Maybe<Job>;
  started?: Maybe<Scalars['DateTime']['output']>;
  status: JobStatus;
  superseded?: Maybe<Scalars['DateTime']['output']>;
  /** The job that this one replaces. */
  supersededJob?: Maybe<Job>;
  /** Seconds. */
  timeout: Scalars['Int']['output'];
};

/** What becomes of a job when its recipe is re-processed. */
export type JobAction =
  /** New or changed: a new job. */
  | 'ADD'
  /** Nothing changed: the new recipe keeps the old job. */
  | 'KEEP'
  /** The old job is superseded by none. */
  | 'REMOVE'
  /** Nothing changed, but it is forced, or an ancestor is: a new job supersedes the old one. */
  | 'RERUN';

/** What a job failed with. */
export type JobError = {
  __typename?: 'JobError';
  category?: Maybe<Scalars['String']['output']>;
  databaseId: Scalars['Int']['output'];
  description?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  title?: Maybe<Scalars['String']['output']>;
};

/** What would become of one job. */
export type JobPlan = {
  __typename?: 'JobPlan';
  action: JobAction;
  jobName: Scalars['String']['output'];
  /** Null where the definition names a job type that does not exist. */
  jobType?: Maybe<JobType>;
};

/** What a job is doing. Other systems run the jobs; the gateway makes them PENDING or QUEUED, and CANCELED. */
export type JobStatus =
  | 'BLOCKED'
  | 'CANCELED'
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING'
  | 'QUEUED'
  | 'RUNNING';

/** Jobs by status. */
export type JobStatusCounts = {
  __typename?: 'JobStatusCounts';
  blocked: Scalars['Int']['output'];
  canceled: Scalars['Int']['output'];
  completed: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  pending: Scalars['Int']['output'];
  queued: Scalars['Int']['output'];
  running: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

/** A kind of work: an algorithm and its interface. */
export type JobType = Node & {
  __typename?: 'JobType';
  authorName?: Maybe<Scalars['String']['output']>;
  authorUrl?: Maybe<Scalars['String']['output']>;
  category?: Maybe<Scalars['String']['output']>;
  databaseId: Scalars['Int']['output'];
  description?: Maybe<Scalars['String']['output']>;
  iconCode?: Maybe<Scalars['String']['output']>;
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
  isActive: Scalars['Boolean']['output'];
  isLongRunning: Scalars['Boolean']['output'];
  isOperational: Scalars['Boolean']['output'];
  isPaused: Scalars['Boolean']['output'];
  isSystem: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  title?: Maybe<Scalars['String']['output']>;
  version: Scalars['String']['output'];
};

/** One numbered version of a job type's interface. */
export type JobTypeRevision = {
  __typename?: 'JobTypeRevision';
  databaseId: Scalars['Int']['output'];
  revisionNum: Scalars['Int']['output'];
};

/** What can be done. What is refused comes as data, in `errors`. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Stops a batch for good: afterwards no further recipe is made, and its jobs that have not started are canceled. Canceling it again changes nothing. */
  cancelBatch: BatchPayload;
  /** Creates a batch and queues its creator job, in one transaction. */
  createBatch: CreateBatchPayload;
  /** Stops a batch until it is resumed. */
  pauseBatch: BatchPayload;
  /** Lets a batch that is PAUSED or FAILED go on exactly where it stopped. */
  resumeBatch: BatchPayload;
  /** Creates a new batch over exactly the recipes of an ended one that failed, or that it never came to. */
  retryBatch: BatchPayload;
  /** Changes a batch's title or description. Its definition never changes. */
  updateBatch: BatchPayload;
  /** Checks a batch without creating it: how many recipes it would match, what would happen to their jobs, and what is odd about it. */
  validateBatch: ValidateBatchPayload;
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationCancelBatchArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationCreateBatchArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: BatchInput;
  planToken?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationPauseBatchArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationResumeBatchArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationRetryBatchArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationUpdateBatchArgs = {
  id: Scalars['ID']['input'];
  input: UpdateBatchInput;
};


/** What can be done. What is refused comes as data, in `errors`. */
export type MutationValidateBatchArgs = {
  input: BatchInput;
};

/** An object with a global id. */
export type Node = {
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
};

/** Ascending, or descending. What is null is behind every value, and before it in the other direction. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What can be read. */
export type Query = {
  __typename?: 'Query';
  /** One batch by global id, or by the integer id that REST callers know (batch(id: 16)). Null where there is none. */
  batch?: Maybe<Batch>;
  /** The batches that a filter matches, in an order. */
  batches: BatchConnection;
  /** One job by global id or integer id. Null where there is none. */
  job?: Maybe<Job>;
  /** Any object by its global id. Null where there is none. */
  node?: Maybe<Node>;
  /** One recipe by global id or integer id. Null where there is none. */
  recipe?: Maybe<Recipe>;
  /** One recipe type by global id or integer id. Null where there is none. */
  recipeType?: Maybe<RecipeType>;
  /** The recipe types that a filter matches, in the order of their ids. */
  recipeTypes: RecipeTypeConnection;
};


/** What can be read. */
export type QueryBatchArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryBatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BatchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BatchOrder>>;
};


/** What can be read. */
export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryRecipeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryRecipeTypeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryRecipeTypesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecipeTypeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One instance of a recipe type revision over concrete input data. */
export type Recipe = Node & {
  __typename?: 'Recipe';
  completed?: Maybe<Scalars['DateTime']['output']>;
  created: Scalars['DateTime']['output'];
  databaseId: Scalars['Int']['output'];
  event: TriggerEvent;
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
  isSuperseded: Scalars['Boolean']['output'];
  jobs: Array<RecipeJob>;
  lastModified: Scalars['DateTime']['output'];
  recipeType: RecipeType;
  /** Which revision of the recipe type it is an instance of. */
  revisionNum: Scalars['Int']['output'];
  /** The first of the chain; null on the first. */
  rootSupersededRecipe?: Maybe<Recipe>;
  superseded?: Maybe<Scalars['DateTime']['output']>;
  /** The recipe that replaces this one. */
  supersededByRecipe?: Maybe<Recipe>;
  /** The recipe that this one replaces. */
  supersededRecipe?: Maybe<Recipe>;
};

/** A job of a recipe, under the name that the recipe's definition gives it. */
export type RecipeJob = {
  __typename?: 'RecipeJob';
  /** False: kept from the recipe that this one supersedes. */
  isOriginal: Scalars['Boolean']['output'];
  job: Job;
  jobName: Scalars['String']['output'];
};

/** A directed acyclic graph of jobs that is run over files. */
export type RecipeType = Node & {
  __typename?: 'RecipeType';
  archived?: Maybe<Scalars['DateTime']['output']>;
  created: Scalars['DateTime']['output'];
  /** The integer id that REST callers know. */
  databaseId: Scalars['Int']['output'];
  /** The recipe definition of the current revision, version 1.0. */
  definition: Scalars['JSONObject']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** Opaque, and unique among all objects. */
  id: Scalars['ID']['output'];
  isActive: Scalars['Boolean']['output'];
  /** The job types that the current definition names, each once. */
  jobTypes: Array<JobType>;
  lastModified: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  /** The current revision: counts the edits of the definition. */
  revisionNum: Scalars['Int']['output'];
  title?: Maybe<Scalars['String']['output']>;
  triggerRule?: Maybe<TriggerRule>;
  version: Scalars['String']['output'];
};

/** A window of a list. */
export type RecipeTypeConnection = {
  __typename?: 'RecipeTypeConnection';
  edges: Array<RecipeTypeEdge>;
  nodes: Array<RecipeType>;
  pageInfo: PageInfo;
  /** How many there are on all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A node of a list, and its position. */
export type RecipeTypeEdge = {
  __typename?: 'RecipeTypeEdge';
  /** The edge's position in the list, in its order. Opaque. */
  cursor: Scalars['String']['output'];
  node: RecipeType;
};

/** Conditions on recipe types. All of them must hold; of a list, one value. A list has at most 1000 values. */
export type RecipeTypeFilter = {
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What would become of the matched recipes of one revision of the recipe type. */
export type RevisionPlan = {
  __typename?: 'RevisionPlan';
  canReprocess: Scalars['Boolean']['output'];
  jobs: Array<JobPlan>;
  /** Why these recipes would all fail. */
  reason?: Maybe<Scalars['String']['output']>;
  recipeCount: Scalars['Int']['output'];
  revisionNum: Scalars['Int']['output'];
};

/** What can be followed. */
export type Subscription = {
  __typename?: 'Subscription';
  /** The batch's progress now, then at every change, until it ends. */
  batchProgress: BatchProgress;
};


/** What can be followed. */
export type SubscriptionBatchProgressArgs = {
  id: Scalars['ID']['input'];
};

/** Who or what caused a thing. */
export type TriggerEvent = {
  __typename?: 'TriggerEvent';
  databaseId: Scalars['Int']['output'];
  /** Such as {"user": "Anonymous"}. */
  description: Scalars['JSONObject']['output'];
  occurred: Scalars['DateTime']['output'];
  rule?: Maybe<TriggerRule>;
  /** USER for a request. */
  type: Scalars['String']['output'];
};

/** What makes recipes or jobs when something happens. */
export type TriggerRule = {
  __typename?: 'TriggerRule';
  databaseId: Scalars['Int']['output'];
  isActive: Scalars['Boolean']['output'];
  name?: Maybe<Scalars['String']['output']>;
  type: Scalars['String']['output'];
};

/** What to change of a batch. What is absent stays as it is; null empties it. */
export type UpdateBatchInput = {
  /** At most 5000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** At most 50 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What is wrong with what the caller sent, as data. */
export type UserError = {
  __typename?: 'UserError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  /** Leads to the input field: ["definition", "dateRange", "started"]. */
  path: Array<Scalars['String']['output']>;
};

/** What kind of mistake it is. */
export type UserErrorCode =
  /** The object is not in a state for this, or something else would be done than was shown. */
  | 'CONFLICT'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** The idempotency key came with another input before. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The value is not one that the field takes. */
  | 'INVALID'
  /** There is no such object. */
  | 'NOT_FOUND'
  /** The field is missing. */
  | 'REQUIRED'
  /** There is more of it than the gateway takes. */
  | 'TOO_LARGE';

/** What a batch would do, or what is wrong with the input. */
export type ValidateBatchPayload = {
  __typename?: 'ValidateBatchPayload';
  errors: Array<UserError>;
  /** One entry for each recipe type revision among the matched recipes: what would happen to every job. */
  plan: Array<RevisionPlan>;
  /** Give it to createBatch, which then refuses to do anything else than is shown here. Null where the input is not valid. */
  planToken?: Maybe<Scalars['String']['output']>;
  /** The estimated number of recipes that the batch would match; null where the input is not valid. */
  recipeCount?: Maybe<Scalars['Int']['output']>;
  valid: Scalars['Boolean']['output'];
  warnings: Array<BatchWarning>;
};

export type BatchSummaryFragment = { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } };

export type ChangedBatchFragment = { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', canceled: number } }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> };

export type ListBatchesQueryVariables = Exact<{
  filter?: InputMaybe<BatchFilter>;
  orderBy?: InputMaybe<Array<BatchOrder> | BatchOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ListBatchesQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number, nodes: Array<{ __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } }> } };

export type ShowBatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  failures: Scalars['Int']['input'];
}>;


export type ShowBatchQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', description?: string | null, stalledSince?: string | null, id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null }, progress: { __typename?: 'BatchProgress', percent?: number | null, jobs: { __typename?: 'JobStatusCounts', pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, creatorJob?: { __typename?: 'Job', id: string, databaseId: number, status: JobStatus } | null, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null, occurred: string }>, recipes: { __typename?: 'BatchRecipeConnection', nodes: Array<{ __typename?: 'BatchRecipe', supersededRecipe?: { __typename?: 'Recipe', id: string, databaseId: number } | null, failure?: { __typename?: 'BatchRecipeFailure', code: string, message: string } | null }> }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null };

export type FindBatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FindBatchQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null };

export type BatchProgressSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BatchProgressSubscription = { __typename?: 'Subscription', batchProgress: { __typename?: 'BatchProgress', status: BatchStatus, total: number, created: number, failed: number, percent?: number | null } };

export type FindRecipeTypesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  names?: InputMaybe<Array<Scalars['String']['input']> | Scalars['String']['input']>;
}>;


export type FindRecipeTypesQuery = { __typename?: 'Query', recipeType?: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } | null, recipeTypes: { __typename?: 'RecipeTypeConnection', nodes: Array<{ __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string }> } };

export type ValidateBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ValidateBatchMutation = { __typename?: 'Mutation', validateBatch: { __typename?: 'ValidateBatchPayload', valid: boolean, recipeCount?: number | null, planToken?: string | null, warnings: Array<{ __typename?: 'BatchWarning', id: string, details: string }>, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, plan: Array<{ __typename?: 'RevisionPlan', revisionNum: number, recipeCount: number, canReprocess: boolean, reason?: string | null, jobs: Array<{ __typename?: 'JobPlan', jobName: string, action: JobAction, jobType?: { __typename?: 'JobType', name: string, version: string } | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  planToken?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
}>;


export type CreateBatchMutation = { __typename?: 'Mutation', createBatch: { __typename?: 'CreateBatchPayload', replayed: boolean, batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export type CancelBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
}>;


export type CancelBatchMutation = { __typename?: 'Mutation', change: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', canceled: number } }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export type PauseBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
}>;


export type PauseBatchMutation = { __typename?: 'Mutation', change: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', canceled: number } }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export type ResumeBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResumeBatchMutation = { __typename?: 'Mutation', change: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', canceled: number } }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export type RetryBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryBatchMutation = { __typename?: 'Mutation', change: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, status: BatchStatus, totalCount: number, createdCount: number, failedCount: number, created: string, lastModified: string, retryOf?: { __typename?: 'Batch', id: string, databaseId: number } | null, progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', canceled: number } }, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string } } | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BatchSummaryFragmentDoc = new TypedDocumentString(`
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
    `, {"fragmentName":"BatchSummary"}) as unknown as TypedDocumentString<BatchSummaryFragment, unknown>;
export const ChangedBatchFragmentDoc = new TypedDocumentString(`
    fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
  }
  errors {
    code
    path
    message
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`, {"fragmentName":"ChangedBatch"}) as unknown as TypedDocumentString<ChangedBatchFragment, unknown>;
export const ListBatchesDocument = new TypedDocumentString(`
    query ListBatches($filter: BatchFilter, $orderBy: [BatchOrder!], $first: Int, $last: Int) {
  batches(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
    totalCount
    nodes {
      ...BatchSummary
    }
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<ListBatchesQuery, ListBatchesQueryVariables>;
export const ShowBatchDocument = new TypedDocumentString(`
    query ShowBatch($id: ID!, $failures: Int!) {
  batch(id: $id) {
    ...BatchSummary
    description
    stalledSince
    definition {
      version
      dateRange {
        type
        started
        ended
      }
      jobNames
      allJobs
      priority
    }
    progress {
      percent
      jobs {
        pending
        blocked
        queued
        running
        failed
        completed
        canceled
        total
      }
    }
    creatorJob {
      id
      databaseId
      status
    }
    retryOf {
      id
      databaseId
    }
    events {
      from
      to
      actor
      reason
      occurred
    }
    recipes(outcome: [FAILED], first: $failures) {
      nodes {
        supersededRecipe {
          id
          databaseId
        }
        failure {
          code
          message
        }
      }
    }
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<ShowBatchQuery, ShowBatchQueryVariables>;
export const FindBatchDocument = new TypedDocumentString(`
    query FindBatch($id: ID!) {
  batch(id: $id) {
    ...BatchSummary
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<FindBatchQuery, FindBatchQueryVariables>;
export const BatchProgressDocument = new TypedDocumentString(`
    subscription BatchProgress($id: ID!) {
  batchProgress(id: $id) {
    status
    total
    created
    failed
    percent
  }
}
    `) as unknown as TypedDocumentString<BatchProgressSubscription, BatchProgressSubscriptionVariables>;
export const FindRecipeTypesDocument = new TypedDocumentString(`
    query FindRecipeTypes($id: ID!, $names: [String!]) {
  recipeType(id: $id) {
    id
    databaseId
    name
    version
  }
  recipeTypes(filter: {name: $names}, first: 1000) {
    nodes {
      id
      databaseId
      name
      version
    }
  }
}
    `) as unknown as TypedDocumentString<FindRecipeTypesQuery, FindRecipeTypesQueryVariables>;
export const ValidateBatchDocument = new TypedDocumentString(`
    mutation ValidateBatch($input: BatchInput!) {
  validateBatch(input: $input) {
    valid
    recipeCount
    warnings {
      id
      details
    }
    errors {
      code
      path
      message
    }
    plan {
      revisionNum
      recipeCount
      canReprocess
      reason
      jobs {
        jobName
        action
        jobType {
          name
          version
        }
      }
    }
    planToken
  }
}
    `) as unknown as TypedDocumentString<ValidateBatchMutation, ValidateBatchMutationVariables>;
export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $planToken: String, $idempotencyKey: String) {
  createBatch(
    input: $input
    planToken: $planToken
    idempotencyKey: $idempotencyKey
  ) {
    batch {
      ...BatchSummary
    }
    errors {
      code
      path
      message
    }
    replayed
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}`) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!, $reason: String) {
  change: cancelBatch(id: $id, reason: $reason) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const PauseBatchDocument = new TypedDocumentString(`
    mutation PauseBatch($id: ID!, $reason: String) {
  change: pauseBatch(id: $id, reason: $reason) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<PauseBatchMutation, PauseBatchMutationVariables>;
export const ResumeBatchDocument = new TypedDocumentString(`
    mutation ResumeBatch($id: ID!) {
  change: resumeBatch(id: $id) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<ResumeBatchMutation, ResumeBatchMutationVariables>;
export const RetryBatchDocument = new TypedDocumentString(`
    mutation RetryBatch($id: ID!) {
  change: retryBatch(id: $id) {
    ...ChangedBatch
  }
}
    fragment BatchSummary on Batch {
  id
  databaseId
  title
  status
  totalCount
  createdCount
  failedCount
  created
  lastModified
  recipeType {
    id
    databaseId
    name
    version
  }
}
fragment ChangedBatch on BatchPayload {
  batch {
    ...BatchSummary
    retryOf {
      id
      databaseId
    }
    progress {
      jobs {
        canceled
      }
    }
  }
  errors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<RetryBatchMutation, RetryBatchMutationVariables>;