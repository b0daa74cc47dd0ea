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

export type BatchByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BatchByIdQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', id: string, databaseId: number } | null };

export type WholeBatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WholeBatchQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number } | null }, creatorJob?: { __typename?: 'Job', databaseId: number, status: JobStatus, numExes: number, priority: number, started?: string | null, ended?: string | null, jobType: { __typename?: 'JobType', name: string, version: string, isSystem: boolean } } | null, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null }, progress: { __typename?: 'BatchProgress', status: BatchStatus, total: number, created: number, failed: number, percent?: number | null, jobs: { __typename?: 'JobStatusCounts', pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, retryOf?: { __typename?: 'Batch', id: string } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null, occurred: string }> } | null };

export type BatchJobsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<JobStatus> | JobStatus>;
}>;


export type BatchJobsQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', progress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', pending: number, blocked: number, queued: number, running: number, failed: number, completed: number, canceled: number, total: number } }, jobs: { __typename?: 'BatchJobConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null }, nodes: Array<{ __typename?: 'BatchJob', isOriginal: boolean, created: string, job: { __typename?: 'Job', databaseId: number, status: JobStatus, isSuperseded: boolean, jobType: { __typename?: 'JobType', name: string }, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null }, supersededJob?: { __typename?: 'Job', databaseId: number, isSuperseded: boolean, jobType: { __typename?: 'JobType', name: string } } | null }> } } | null };

export type ProgressOfSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ProgressOfSubscription = { __typename?: 'Subscription', batchProgress: { __typename?: 'BatchProgress', status: BatchStatus, total: number, created: number, failed: number, percent?: number | null, jobs: { __typename?: 'JobStatusCounts', queued: number, pending: number, canceled: number, total: number } } };

export type CountsOfSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CountsOfSubscription = { __typename?: 'Subscription', batchProgress: { __typename?: 'BatchProgress', created: number, jobs: { __typename?: 'JobStatusCounts', total: number } } };

export type JobsOfSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type JobsOfSubscription = { __typename?: 'Subscription', batchProgress: { __typename?: 'BatchProgress', jobs: { __typename?: 'JobStatusCounts', queued: number, running: number } } };

export type BatchRecipesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  outcome?: InputMaybe<Array<BatchRecipeOutcome> | BatchRecipeOutcome>;
}>;


export type BatchRecipesQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', recipes: { __typename?: 'BatchRecipeConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null }, edges: Array<{ __typename?: 'BatchRecipeEdge', cursor: string, node: { __typename?: 'BatchRecipe', outcome: BatchRecipeOutcome, created: string, recipe?: { __typename?: 'Recipe', databaseId: number, isSuperseded: boolean, revisionNum: number, supersededRecipe?: { __typename?: 'Recipe', databaseId: number } | null } | null, supersededRecipe?: { __typename?: 'Recipe', databaseId: number, isSuperseded: boolean, revisionNum: number, supersededByRecipe?: { __typename?: 'Recipe', databaseId: number } | null } | null, failure?: { __typename?: 'BatchRecipeFailure', code: string, message: string } | null } }> } } | null };

export type OneBatchRecipeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OneBatchRecipeQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', recipes: { __typename?: 'BatchRecipeConnection', nodes: Array<{ __typename?: 'BatchRecipe', outcome: BatchRecipeOutcome }> } } | null };

export type FilteredBatchesQueryVariables = Exact<{
  filter?: InputMaybe<BatchFilter>;
}>;


export type FilteredBatchesQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number } };

export type CountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountedBatchesQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number, nodes: Array<{ __typename?: 'Batch', databaseId: number }> } };

export type UncountedBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type UncountedBatchesQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', nodes: Array<{ __typename?: 'Batch', databaseId: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean } } };

export type SinceQueryVariables = Exact<{
  started?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type SinceQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number } };

export type JobByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type JobByIdQuery = { __typename?: 'Query', job?: { __typename?: 'Job', id: string, databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued?: string | null, started?: string | null, ended?: string | null, lastStatusChange?: string | null, superseded?: string | null, lastModified: string, jobType: { __typename?: 'JobType', name: string, version: string }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null }, error?: { __typename?: 'JobError', databaseId: number, name: string, title?: string | null, description?: string | null, category?: string | null } | null, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null } | null };

export type WatchedInVainSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchedInVainSubscription = { __typename?: 'Subscription', batchProgress: { __typename?: 'BatchProgress', total: number } };

export type AnyNodeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AnyNodeQuery = { __typename?: 'Query', node?:
    | { __typename: 'Batch', databaseId: number, id: string, recipeType: { __typename?: 'RecipeType', name: string } }
    | { __typename: 'Job', databaseId: number, id: string, jobType: { __typename?: 'JobType', name: string } }
    | { __typename: 'JobType', databaseId: number, name: string, isSystem: boolean, id: string }
    | { __typename: 'Recipe', databaseId: number, id: string, jobs: Array<{ __typename?: 'RecipeJob', jobName: string }> }
    | { __typename: 'RecipeType', databaseId: number, name: string, id: string }
   | null };

export type EveryIdQueryVariables = Exact<{
  batch: Scalars['ID']['input'];
}>;


export type EveryIdQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', id: string, recipeType: { __typename?: 'RecipeType', id: string, jobTypes: Array<{ __typename?: 'JobType', id: string }> }, creatorJob?: { __typename?: 'Job', id: string, jobType: { __typename?: 'JobType', id: string } } | null, recipes: { __typename?: 'BatchRecipeConnection', nodes: Array<{ __typename?: 'BatchRecipe', recipe?: { __typename?: 'Recipe', id: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string } | null }> }, jobs: { __typename?: 'BatchJobConnection', nodes: Array<{ __typename?: 'BatchJob', job: { __typename?: 'Job', id: string }, supersededJob?: { __typename?: 'Job', id: string } | null }> } } | null };

export type RecipeByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RecipeByIdQuery = { __typename?: 'Query', recipe?: { __typename?: 'Recipe', id: string, databaseId: number, revisionNum: number, isSuperseded: boolean, created: string, completed?: string | null, superseded?: string | null, lastModified: string, recipeType: { __typename?: 'RecipeType', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, description: Record<string, unknown> }, rootSupersededRecipe?: { __typename?: 'Recipe', databaseId: number } | null, supersededRecipe?: { __typename?: 'Recipe', databaseId: number } | null, supersededByRecipe?: { __typename?: 'Recipe', databaseId: number } | null, jobs: Array<{ __typename?: 'RecipeJob', jobName: string, isOriginal: boolean, job: { __typename?: 'Job', databaseId: number, status: JobStatus } }> } | null };

export type RecipeTypeByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RecipeTypeByIdQuery = { __typename?: 'Query', recipeType?: { __typename?: 'RecipeType', id: string, databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null, jobTypes: Array<{ __typename?: 'JobType', id: string, databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }> } | null };

export type RecipeTypeListQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecipeTypeFilter>;
}>;


export type RecipeTypeListQuery = { __typename?: 'Query', recipeTypes: { __typename?: 'RecipeTypeConnection', totalCount: number, nodes: Array<{ __typename?: 'RecipeType', name: string, version: string, isActive: boolean, revisionNum: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type OutcomesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OutcomesQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, retryOf?: { __typename?: 'Batch', databaseId: number } | null, recipes: { __typename?: 'BatchRecipeConnection', nodes: Array<{ __typename?: 'BatchRecipe', outcome: BatchRecipeOutcome, supersededRecipe?: { __typename?: 'Recipe', databaseId: number } | null, failure?: { __typename?: 'BatchRecipeFailure', code: string } | null }> } } | null };

export type EverythingQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<BatchOrder> | BatchOrder>;
}>;


export type EverythingQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number, nodes: Array<{ __typename?: 'Batch', id: string, title?: string | null, status: BatchStatus, recipeType: { __typename?: 'RecipeType', name: string, triggerRule?: { __typename?: 'TriggerRule', name?: string | null } | null, jobTypes: Array<{ __typename?: 'JobType', name: string }> }, event: { __typename?: 'TriggerEvent', type: string, rule?: { __typename?: 'TriggerRule', name?: string | null } | null }, creatorJob?: { __typename?: 'Job', id: string, status: JobStatus, jobType: { __typename?: 'JobType', name: string }, jobTypeRevision: { __typename?: 'JobTypeRevision', revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, rule?: { __typename?: 'TriggerRule', name?: string | null } | null }, error?: { __typename?: 'JobError', name: string } | null, supersededJob?: { __typename?: 'Job', id: string, jobType: { __typename?: 'JobType', name: string } } | null, rootSupersededJob?: { __typename?: 'Job', id: string } | null } | null, definition: { __typename?: 'BatchDefinition', allJobs: boolean }, progress: { __typename?: 'BatchProgress', percent?: number | null, jobs: { __typename?: 'JobStatusCounts', queued: number, total: number } }, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string }>, retryOf?: { __typename?: 'Batch', id: string, recipeType: { __typename?: 'RecipeType', name: string }, event: { __typename?: 'TriggerEvent', type: string } } | null, failed: { __typename?: 'BatchRecipeConnection', totalCount: number, nodes: Array<{ __typename?: 'BatchRecipe', failure?: { __typename?: 'BatchRecipeFailure', code: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, revisionNum: number, recipeType: { __typename?: 'RecipeType', name: string, jobTypes: Array<{ __typename?: 'JobType', name: string }> }, event: { __typename?: 'TriggerEvent', type: string }, rootSupersededRecipe?: { __typename?: 'Recipe', id: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, event: { __typename?: 'TriggerEvent', type: string } } | null, supersededByRecipe?: { __typename?: 'Recipe', id: string } | null, jobs: Array<{ __typename?: 'RecipeJob', jobName: string, job: { __typename?: 'Job', status: JobStatus, jobType: { __typename?: 'JobType', name: string }, error?: { __typename?: 'JobError', name: string } | null } }> } | null }> }, recipes: { __typename?: 'BatchRecipeConnection', totalCount: number, nodes: Array<{ __typename?: 'BatchRecipe', outcome: BatchRecipeOutcome, recipe?: { __typename?: 'Recipe', id: string, revisionNum: number, recipeType: { __typename?: 'RecipeType', name: string, jobTypes: Array<{ __typename?: 'JobType', name: string }> }, event: { __typename?: 'TriggerEvent', type: string }, rootSupersededRecipe?: { __typename?: 'Recipe', id: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, event: { __typename?: 'TriggerEvent', type: string } } | null, supersededByRecipe?: { __typename?: 'Recipe', id: string } | null, jobs: Array<{ __typename?: 'RecipeJob', jobName: string, job: { __typename?: 'Job', status: JobStatus, jobType: { __typename?: 'JobType', name: string }, error?: { __typename?: 'JobError', name: string } | null } }> } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, revisionNum: number, recipeType: { __typename?: 'RecipeType', name: string, jobTypes: Array<{ __typename?: 'JobType', name: string }> }, event: { __typename?: 'TriggerEvent', type: string }, rootSupersededRecipe?: { __typename?: 'Recipe', id: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, event: { __typename?: 'TriggerEvent', type: string } } | null, supersededByRecipe?: { __typename?: 'Recipe', id: string } | null, jobs: Array<{ __typename?: 'RecipeJob', jobName: string, job: { __typename?: 'Job', status: JobStatus, jobType: { __typename?: 'JobType', name: string }, error?: { __typename?: 'JobError', name: string } | null } }> } | null }> }, jobs: { __typename?: 'BatchJobConnection', totalCount: number, nodes: Array<{ __typename?: 'BatchJob', isOriginal: boolean, job: { __typename?: 'Job', id: string, status: JobStatus, jobType: { __typename?: 'JobType', name: string }, jobTypeRevision: { __typename?: 'JobTypeRevision', revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, rule?: { __typename?: 'TriggerRule', name?: string | null } | null }, error?: { __typename?: 'JobError', name: string } | null, supersededJob?: { __typename?: 'Job', id: string, jobType: { __typename?: 'JobType', name: string } } | null, rootSupersededJob?: { __typename?: 'Job', id: string } | null }, supersededJob?: { __typename?: 'Job', id: string, status: JobStatus, jobType: { __typename?: 'JobType', name: string }, jobTypeRevision: { __typename?: 'JobTypeRevision', revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, rule?: { __typename?: 'TriggerRule', name?: string | null } | null }, error?: { __typename?: 'JobError', name: string } | null, supersededJob?: { __typename?: 'Job', id: string, jobType: { __typename?: 'JobType', name: string } } | null, rootSupersededJob?: { __typename?: 'Job', id: string } | null } | null }> } }> } };

export type WholeJobFragment = { __typename?: 'Job', id: string, status: JobStatus, jobType: { __typename?: 'JobType', name: string }, jobTypeRevision: { __typename?: 'JobTypeRevision', revisionNum: number }, event: { __typename?: 'TriggerEvent', type: string, rule?: { __typename?: 'TriggerRule', name?: string | null } | null }, error?: { __typename?: 'JobError', name: string } | null, supersededJob?: { __typename?: 'Job', id: string, jobType: { __typename?: 'JobType', name: string } } | null, rootSupersededJob?: { __typename?: 'Job', id: string } | null };

export type WholeRecipeFragment = { __typename?: 'Recipe', id: string, revisionNum: number, recipeType: { __typename?: 'RecipeType', name: string, jobTypes: Array<{ __typename?: 'JobType', name: string }> }, event: { __typename?: 'TriggerEvent', type: string }, rootSupersededRecipe?: { __typename?: 'Recipe', id: string } | null, supersededRecipe?: { __typename?: 'Recipe', id: string, event: { __typename?: 'TriggerEvent', type: string } } | null, supersededByRecipe?: { __typename?: 'Recipe', id: string } | null, jobs: Array<{ __typename?: 'RecipeJob', jobName: string, job: { __typename?: 'Job', status: JobStatus, jobType: { __typename?: 'JobType', name: string }, error?: { __typename?: 'JobError', name: string } | null } }> };

export type SummaryQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<BatchOrder> | BatchOrder>;
}>;


export type SummaryQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', nodes: Array<{ __typename?: 'Batch', id: string, title?: string | null, status: BatchStatus, recipeType: { __typename?: 'RecipeType', name: string }, event: { __typename?: 'TriggerEvent', type: string, occurred: string }, creatorJob?: { __typename?: 'Job', status: JobStatus, jobType: { __typename?: 'JobType', name: string } } | null, progress: { __typename?: 'BatchProgress', percent?: number | null } }> } };

export type ParityBatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ParityBatchQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number } | null }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null }, creatorJob?: { __typename?: 'Job', databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued?: string | null, started?: string | null, ended?: string | null, lastStatusChange?: string | null, superseded?: string | null, lastModified: string, jobType: { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, rule?: { __typename?: 'TriggerRule', databaseId: number } | null }, error?: { __typename?: 'JobError', databaseId: number } | null, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null } | null, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null } } | null };

export type ParityValidateMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ParityValidateMutation = { __typename?: 'Mutation', validateBatch: { __typename?: 'ValidateBatchPayload', recipeCount?: number | null, warnings: Array<{ __typename?: 'BatchWarning', id: string, details: string }>, errors: Array<{ __typename?: 'UserError', path: Array<string> }> } };

export type ParityCreateMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
}>;


export type ParityCreateMutation = { __typename?: 'Mutation', createBatch: { __typename?: 'CreateBatchPayload', batch?: { __typename?: 'Batch', databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number } | null }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null }, creatorJob?: { __typename?: 'Job', databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued?: string | null, started?: string | null, ended?: string | null, lastStatusChange?: string | null, superseded?: string | null, lastModified: string, jobType: { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, rule?: { __typename?: 'TriggerRule', databaseId: number } | null }, error?: { __typename?: 'JobError', databaseId: number } | null, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null } | null, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null } } | null, errors: Array<{ __typename?: 'UserError', path: Array<string> }> } };

export type ParityBatchDetailsFragment = { __typename?: 'Batch', databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number } | null }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null }, creatorJob?: { __typename?: 'Job', databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued?: string | null, started?: string | null, ended?: string | null, lastStatusChange?: string | null, superseded?: string | null, lastModified: string, jobType: { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, rule?: { __typename?: 'TriggerRule', databaseId: number } | null }, error?: { __typename?: 'JobError', databaseId: number } | null, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null } | null, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null } };

export type ParityJobTypeFragment = { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null };

export type ParityBatchesQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BatchFilter>;
  orderBy?: InputMaybe<Array<BatchOrder> | BatchOrder>;
}>;


export type ParityBatchesQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null }, nodes: Array<{ __typename?: 'Batch', databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, created: string, lastModified: string, recipeType: { __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, rule?: { __typename?: 'TriggerRule', databaseId: number } | null }, creatorJob?: { __typename?: 'Job', databaseId: number, status: JobStatus, priority: number, numExes: number, jobType: { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number }, event: { __typename?: 'TriggerEvent', databaseId: number }, error?: { __typename?: 'JobError', databaseId: number } | null } | null }> } };

export type ParityRecipeTypeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ParityRecipeTypeQuery = { __typename?: 'Query', recipeType?: { __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null, jobTypes: Array<{ __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }> } | null };

export type ParityRecipeTypesQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecipeTypeFilter>;
}>;


export type ParityRecipeTypesQuery = { __typename?: 'Query', recipeTypes: { __typename?: 'RecipeTypeConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null }, nodes: Array<{ __typename?: 'RecipeType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, isActive: boolean, definition: Record<string, unknown>, revisionNum: number, created: string, lastModified: string, archived?: string | null, triggerRule?: { __typename?: 'TriggerRule', databaseId: number } | null }> } };

export type ParityJobQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ParityJobQuery = { __typename?: 'Query', job?: { __typename?: 'Job', databaseId: number, status: JobStatus, priority: number, numExes: number, timeout: number, maxTries: number, isSuperseded: boolean, created: string, queued?: string | null, started?: string | null, ended?: string | null, lastStatusChange?: string | null, superseded?: string | null, lastModified: string, jobType: { __typename?: 'JobType', databaseId: number, name: string, version: string, title?: string | null, description?: string | null, category?: string | null, authorName?: string | null, authorUrl?: string | null, isSystem: boolean, isLongRunning: boolean, isActive: boolean, isOperational: boolean, isPaused: boolean, iconCode?: string | null }, jobTypeRevision: { __typename?: 'JobTypeRevision', databaseId: number, revisionNum: number }, event: { __typename?: 'TriggerEvent', databaseId: number, type: string, occurred: string, description: Record<string, unknown>, rule?: { __typename?: 'TriggerRule', databaseId: number, type: string, name?: string | null, isActive: boolean } | null }, error?: { __typename?: 'JobError', databaseId: number, name: string, title?: string | null, description?: string | null, category?: string | null } | null, supersededJob?: { __typename?: 'Job', databaseId: number } | null, rootSupersededJob?: { __typename?: 'Job', databaseId: number } | null } | null };

export type ValidateBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type ValidateBatchMutation = { __typename?: 'Mutation', validateBatch: { __typename?: 'ValidateBatchPayload', valid: boolean, recipeCount?: number | null, planToken?: string | null, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, warnings: Array<{ __typename?: 'BatchWarning', id: string, details: string }>, plan: Array<{ __typename?: 'RevisionPlan', revisionNum: number, recipeCount: number, canReprocess: boolean, reason?: string | null, jobs: Array<{ __typename?: 'JobPlan', jobName: string, action: JobAction, jobType?: { __typename?: 'JobType', databaseId: number, name: string, version: string } | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  input: BatchInput;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  planToken?: InputMaybe<Scalars['String']['input']>;
}>;


export type CreateBatchMutation = { __typename?: 'Mutation', createBatch: { __typename?: 'CreateBatchPayload', replayed: boolean, errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', id: string, databaseId: number, title?: string | null, description?: string | null, status: BatchStatus, recipeType: { __typename?: 'RecipeType', databaseId: number }, definition: { __typename?: 'BatchDefinition', version: string, jobNames?: Array<string> | null, allJobs: boolean, priority?: number | null, dateRange?: { __typename?: 'DateRange', type: DateRangeType, started?: string | null, ended?: string | null } | null }, event: { __typename?: 'TriggerEvent', type: string, description: Record<string, unknown> }, creatorJob?: { __typename?: 'Job', status: JobStatus } | null } | null } };

export type UpdateBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: UpdateBatchInput;
}>;


export type UpdateBatchMutation = { __typename?: 'Mutation', updateBatch: { __typename?: 'BatchPayload', errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', id: string, title?: string | null, description?: string | null, status: BatchStatus, lastModified: string } | null } };

export type ChangeBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ChangeBatchMutation = { __typename?: 'Mutation', pauseBatch: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', status: BatchStatus, events: Array<{ __typename?: 'BatchEvent', to: BatchStatus }> } | null }, updateBatch: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', title?: string | null, status: BatchStatus } | null }, resumeBatch: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', status: BatchStatus, events: Array<{ __typename?: 'BatchEvent', to: BatchStatus }> } | null }, cancelBatch: { __typename?: 'BatchPayload', batch?: { __typename?: 'Batch', title?: string | null, status: BatchStatus, events: Array<{ __typename?: 'BatchEvent', to: BatchStatus }>, creatorJob?: { __typename?: 'Job', status: JobStatus } | null } | null } };

export type CancelBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
}>;


export type CancelBatchMutation = { __typename?: 'Mutation', cancelBatch: { __typename?: 'BatchPayload', errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> } | null } };

export type PauseBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
}>;


export type PauseBatchMutation = { __typename?: 'Mutation', pauseBatch: { __typename?: 'BatchPayload', errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> } | null } };

export type ResumeBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResumeBatchMutation = { __typename?: 'Mutation', resumeBatch: { __typename?: 'BatchPayload', errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> } | null } };

export type RetryBatchMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryBatchMutation = { __typename?: 'Mutation', retryBatch: { __typename?: 'BatchPayload', errors: Array<{ __typename?: 'UserError', code: UserErrorCode, path: Array<string>, message: string }>, batch?: { __typename?: 'Batch', title?: string | null, description?: string | null, databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, retryOf?: { __typename?: 'Batch', databaseId: number } | null, definition: { __typename?: 'BatchDefinition', allJobs: boolean, jobNames?: Array<string> | null }, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> } | null } };

export type ReadBatchStateQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ReadBatchStateQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> } | null };

export type BatchStateFragment = { __typename?: 'Batch', databaseId: number, status: BatchStatus, createdCount: number, failedCount: number, totalCount: number, creatorJob?: { __typename?: 'Job', status: JobStatus } | null, events: Array<{ __typename?: 'BatchEvent', from?: BatchStatus | null, to: BatchStatus, actor: string, reason?: string | null }> };

export type BatchPageQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BatchFilter>;
  orderBy?: InputMaybe<Array<BatchOrder> | BatchOrder>;
}>;


export type BatchPageQuery = { __typename?: 'Query', batches: { __typename?: 'BatchConnection', edges: Array<{ __typename?: 'BatchEdge', cursor: string, node: { __typename?: 'Batch', databaseId: number } }>, nodes: Array<{ __typename?: 'Batch', databaseId: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type StalledQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type StalledQuery = { __typename?: 'Query', batch?: { __typename?: 'Batch', status: BatchStatus, stalledSince?: string | null } | null };

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
export const WholeJobFragmentDoc = new TypedDocumentString(`
    fragment WholeJob on Job {
  id
  status
  jobType {
    name
  }
  jobTypeRevision {
    revisionNum
  }
  event {
    type
    rule {
      name
    }
  }
  error {
    name
  }
  supersededJob {
    id
    jobType {
      name
    }
  }
  rootSupersededJob {
    id
  }
}
    `, {"fragmentName":"WholeJob"}) as unknown as TypedDocumentString<WholeJobFragment, unknown>;
export const WholeRecipeFragmentDoc = new TypedDocumentString(`
    fragment WholeRecipe on Recipe {
  id
  revisionNum
  recipeType {
    name
    jobTypes {
      name
    }
  }
  event {
    type
  }
  rootSupersededRecipe {
    id
  }
  supersededRecipe {
    id
    event {
      type
    }
  }
  supersededByRecipe {
    id
  }
  jobs {
    jobName
    job {
      status
      jobType {
        name
      }
      error {
        name
      }
    }
  }
}
    `, {"fragmentName":"WholeRecipe"}) as unknown as TypedDocumentString<WholeRecipeFragment, unknown>;
export const ParityJobTypeFragmentDoc = new TypedDocumentString(`
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}
    `, {"fragmentName":"ParityJobType"}) as unknown as TypedDocumentString<ParityJobTypeFragment, unknown>;
export const ParityBatchDetailsFragmentDoc = new TypedDocumentString(`
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
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
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`, {"fragmentName":"ParityBatchDetails"}) as unknown as TypedDocumentString<ParityBatchDetailsFragment, unknown>;
export const BatchStateFragmentDoc = new TypedDocumentString(`
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}
    `, {"fragmentName":"BatchState"}) as unknown as TypedDocumentString<BatchStateFragment, unknown>;
export const BatchByIdDocument = new TypedDocumentString(`
    query BatchById($id: ID!) {
  batch(id: $id) {
    id
    databaseId
  }
}
    `) as unknown as TypedDocumentString<BatchByIdQuery, BatchByIdQueryVariables>;
export const WholeBatchDocument = new TypedDocumentString(`
    query WholeBatch($id: ID!) {
  batch(id: $id) {
    id
    databaseId
    title
    description
    status
    createdCount
    failedCount
    totalCount
    created
    lastModified
    recipeType {
      id
      databaseId
      name
      version
    }
    event {
      databaseId
      type
      rule {
        databaseId
      }
      occurred
      description
    }
    creatorJob {
      databaseId
      status
      numExes
      priority
      started
      ended
      jobType {
        name
        version
        isSystem
      }
    }
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
      status
      total
      created
      failed
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
    retryOf {
      id
    }
    events {
      from
      to
      actor
      reason
      occurred
    }
  }
}
    `) as unknown as TypedDocumentString<WholeBatchQuery, WholeBatchQueryVariables>;
export const BatchJobsDocument = new TypedDocumentString(`
    query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {
  batch(id: $id) {
    progress {
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
    jobs(
      first: $first
      after: $after
      last: $last
      before: $before
      status: $status
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        isOriginal
        created
        job {
          databaseId
          status
          isSuperseded
          jobType {
            name
          }
          supersededJob {
            databaseId
          }
          rootSupersededJob {
            databaseId
          }
        }
        supersededJob {
          databaseId
          isSuperseded
          jobType {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BatchJobsQuery, BatchJobsQueryVariables>;
export const ProgressOfDocument = new TypedDocumentString(`
    subscription ProgressOf($id: ID!) {
  batchProgress(id: $id) {
    status
    total
    created
    failed
    percent
    jobs {
      queued
      pending
      canceled
      total
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressOfSubscription, ProgressOfSubscriptionVariables>;
export const CountsOfDocument = new TypedDocumentString(`
    subscription CountsOf($id: ID!) {
  batchProgress(id: $id) {
    created
    jobs {
      total
    }
  }
}
    `) as unknown as TypedDocumentString<CountsOfSubscription, CountsOfSubscriptionVariables>;
export const JobsOfDocument = new TypedDocumentString(`
    subscription JobsOf($id: ID!) {
  batchProgress(id: $id) {
    jobs {
      queued
      running
    }
  }
}
    `) as unknown as TypedDocumentString<JobsOfSubscription, JobsOfSubscriptionVariables>;
export const BatchRecipesDocument = new TypedDocumentString(`
    query BatchRecipes($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $outcome: [BatchRecipeOutcome!]) {
  batch(id: $id) {
    recipes(
      first: $first
      after: $after
      last: $last
      before: $before
      outcome: $outcome
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          outcome
          created
          recipe {
            databaseId
            isSuperseded
            revisionNum
            supersededRecipe {
              databaseId
            }
          }
          supersededRecipe {
            databaseId
            isSuperseded
            revisionNum
            supersededByRecipe {
              databaseId
            }
          }
          failure {
            code
            message
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BatchRecipesQuery, BatchRecipesQueryVariables>;
export const OneBatchRecipeDocument = new TypedDocumentString(`
    query OneBatchRecipe($id: ID!) {
  batch(id: $id) {
    recipes(first: 1) {
      nodes {
        outcome
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneBatchRecipeQuery, OneBatchRecipeQueryVariables>;
export const FilteredBatchesDocument = new TypedDocumentString(`
    query FilteredBatches($filter: BatchFilter) {
  batches(filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FilteredBatchesQuery, FilteredBatchesQueryVariables>;
export const CountedBatchesDocument = new TypedDocumentString(`
    query CountedBatches {
  batches(first: 1, filter: {status: [CREATED]}) {
    totalCount
    nodes {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<CountedBatchesQuery, CountedBatchesQueryVariables>;
export const UncountedBatchesDocument = new TypedDocumentString(`
    query UncountedBatches {
  batches(first: 1) {
    nodes {
      databaseId
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<UncountedBatchesQuery, UncountedBatchesQueryVariables>;
export const SinceDocument = new TypedDocumentString(`
    query Since($started: DateTime) {
  batches(filter: {started: $started}) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SinceQuery, SinceQueryVariables>;
export const JobByIdDocument = new TypedDocumentString(`
    query JobById($id: ID!) {
  job(id: $id) {
    id
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      name
      version
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      type
      description
      rule {
        databaseId
        type
        name
        isActive
      }
    }
    error {
      databaseId
      name
      title
      description
      category
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
}
    `) as unknown as TypedDocumentString<JobByIdQuery, JobByIdQueryVariables>;
export const WatchedInVainDocument = new TypedDocumentString(`
    subscription WatchedInVain {
  batchProgress(id: 1) {
    total
  }
}
    `) as unknown as TypedDocumentString<WatchedInVainSubscription, WatchedInVainSubscriptionVariables>;
export const AnyNodeDocument = new TypedDocumentString(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Batch {
      databaseId
      recipeType {
        name
      }
    }
    ... on RecipeType {
      databaseId
      name
    }
    ... on Recipe {
      databaseId
      jobs {
        jobName
      }
    }
    ... on Job {
      databaseId
      jobType {
        name
      }
    }
    ... on JobType {
      databaseId
      name
      isSystem
    }
  }
}
    `) as unknown as TypedDocumentString<AnyNodeQuery, AnyNodeQueryVariables>;
export const EveryIdDocument = new TypedDocumentString(`
    query EveryId($batch: ID!) {
  batch(id: $batch) {
    id
    recipeType {
      id
      jobTypes {
        id
      }
    }
    creatorJob {
      id
      jobType {
        id
      }
    }
    recipes {
      nodes {
        recipe {
          id
        }
        supersededRecipe {
          id
        }
      }
    }
    jobs {
      nodes {
        job {
          id
        }
        supersededJob {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EveryIdQuery, EveryIdQueryVariables>;
export const RecipeByIdDocument = new TypedDocumentString(`
    query RecipeById($id: ID!) {
  recipe(id: $id) {
    id
    databaseId
    revisionNum
    isSuperseded
    created
    completed
    superseded
    lastModified
    recipeType {
      databaseId
      revisionNum
    }
    event {
      type
      description
    }
    rootSupersededRecipe {
      databaseId
    }
    supersededRecipe {
      databaseId
    }
    supersededByRecipe {
      databaseId
    }
    jobs {
      jobName
      isOriginal
      job {
        databaseId
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeByIdQuery, RecipeByIdQueryVariables>;
export const RecipeTypeByIdDocument = new TypedDocumentString(`
    query RecipeTypeById($id: ID!) {
  recipeType(id: $id) {
    id
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
      type
      name
      isActive
    }
    jobTypes {
      id
      databaseId
      name
      version
      title
      description
      category
      authorName
      authorUrl
      isSystem
      isLongRunning
      isActive
      isOperational
      isPaused
      iconCode
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeTypeByIdQuery, RecipeTypeByIdQueryVariables>;
export const RecipeTypeListDocument = new TypedDocumentString(`
    query RecipeTypeList($first: Int, $after: String, $last: Int, $before: String, $filter: RecipeTypeFilter) {
  recipeTypes(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    totalCount
    nodes {
      name
      version
      isActive
      revisionNum
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RecipeTypeListQuery, RecipeTypeListQueryVariables>;
export const OutcomesDocument = new TypedDocumentString(`
    query Outcomes($id: ID!) {
  batch(id: $id) {
    status
    createdCount
    failedCount
    totalCount
    retryOf {
      databaseId
    }
    recipes {
      nodes {
        outcome
        supersededRecipe {
          databaseId
        }
        failure {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OutcomesQuery, OutcomesQueryVariables>;
export const EverythingDocument = new TypedDocumentString(`
    query Everything($first: Int!, $orderBy: [BatchOrder!]) {
  batches(first: $first, orderBy: $orderBy) {
    totalCount
    nodes {
      id
      title
      status
      recipeType {
        name
        triggerRule {
          name
        }
        jobTypes {
          name
        }
      }
      event {
        type
        rule {
          name
        }
      }
      creatorJob {
        ...WholeJob
      }
      definition {
        allJobs
      }
      progress {
        percent
        jobs {
          queued
          total
        }
      }
      events {
        from
        to
        actor
      }
      retryOf {
        id
        recipeType {
          name
        }
        event {
          type
        }
      }
      failed: recipes(first: 2, outcome: [FAILED]) {
        totalCount
        nodes {
          failure {
            code
          }
          supersededRecipe {
            ...WholeRecipe
          }
        }
      }
      recipes(first: 2) {
        totalCount
        nodes {
          outcome
          recipe {
            ...WholeRecipe
          }
          supersededRecipe {
            ...WholeRecipe
          }
        }
      }
      jobs(last: 3, status: [QUEUED, PENDING]) {
        totalCount
        nodes {
          isOriginal
          job {
            ...WholeJob
          }
          supersededJob {
            ...WholeJob
          }
        }
      }
    }
  }
}
    fragment WholeJob on Job {
  id
  status
  jobType {
    name
  }
  jobTypeRevision {
    revisionNum
  }
  event {
    type
    rule {
      name
    }
  }
  error {
    name
  }
  supersededJob {
    id
    jobType {
      name
    }
  }
  rootSupersededJob {
    id
  }
}
fragment WholeRecipe on Recipe {
  id
  revisionNum
  recipeType {
    name
    jobTypes {
      name
    }
  }
  event {
    type
  }
  rootSupersededRecipe {
    id
  }
  supersededRecipe {
    id
    event {
      type
    }
  }
  supersededByRecipe {
    id
  }
  jobs {
    jobName
    job {
      status
      jobType {
        name
      }
      error {
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<EverythingQuery, EverythingQueryVariables>;
export const SummaryDocument = new TypedDocumentString(`
    query Summary($first: Int!, $orderBy: [BatchOrder!]) {
  batches(first: $first, orderBy: $orderBy) {
    nodes {
      id
      title
      status
      recipeType {
        name
      }
      event {
        type
        occurred
      }
      creatorJob {
        status
        jobType {
          name
        }
      }
      progress {
        percent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SummaryQuery, SummaryQueryVariables>;
export const ParityBatchDocument = new TypedDocumentString(`
    query ParityBatch($id: ID!) {
  batch(id: $id) {
    ...ParityBatchDetails
  }
}
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
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
}
fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityBatchQuery, ParityBatchQueryVariables>;
export const ParityValidateDocument = new TypedDocumentString(`
    mutation ParityValidate($input: BatchInput!) {
  validateBatch(input: $input) {
    recipeCount
    warnings {
      id
      details
    }
    errors {
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ParityValidateMutation, ParityValidateMutationVariables>;
export const ParityCreateDocument = new TypedDocumentString(`
    mutation ParityCreate($input: BatchInput!, $idempotencyKey: String) {
  createBatch(input: $input, idempotencyKey: $idempotencyKey) {
    batch {
      ...ParityBatchDetails
    }
    errors {
      path
    }
  }
}
    fragment ParityBatchDetails on Batch {
  databaseId
  title
  description
  status
  createdCount
  failedCount
  totalCount
  created
  lastModified
  recipeType {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
    }
  }
  event {
    databaseId
    type
    occurred
    description
    rule {
      databaseId
      type
      name
      isActive
    }
  }
  creatorJob {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      rule {
        databaseId
      }
    }
    error {
      databaseId
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
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
}
fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityCreateMutation, ParityCreateMutationVariables>;
export const ParityBatchesDocument = new TypedDocumentString(`
    query ParityBatches($first: Int, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      databaseId
      title
      description
      status
      createdCount
      failedCount
      totalCount
      created
      lastModified
      recipeType {
        databaseId
        name
        version
        title
        description
      }
      event {
        databaseId
        type
        occurred
        rule {
          databaseId
        }
      }
      creatorJob {
        databaseId
        status
        priority
        numExes
        jobType {
          ...ParityJobType
        }
        jobTypeRevision {
          databaseId
        }
        event {
          databaseId
        }
        error {
          databaseId
        }
      }
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityBatchesQuery, ParityBatchesQueryVariables>;
export const ParityRecipeTypeDocument = new TypedDocumentString(`
    query ParityRecipeType($id: ID!) {
  recipeType(id: $id) {
    databaseId
    name
    version
    title
    description
    isActive
    definition
    revisionNum
    created
    lastModified
    archived
    triggerRule {
      databaseId
      type
      name
      isActive
    }
    jobTypes {
      ...ParityJobType
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityRecipeTypeQuery, ParityRecipeTypeQueryVariables>;
export const ParityRecipeTypesDocument = new TypedDocumentString(`
    query ParityRecipeTypes($first: Int, $after: String, $filter: RecipeTypeFilter) {
  recipeTypes(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      databaseId
      name
      version
      title
      description
      isActive
      definition
      revisionNum
      created
      lastModified
      archived
      triggerRule {
        databaseId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ParityRecipeTypesQuery, ParityRecipeTypesQueryVariables>;
export const ParityJobDocument = new TypedDocumentString(`
    query ParityJob($id: ID!) {
  job(id: $id) {
    databaseId
    status
    priority
    numExes
    timeout
    maxTries
    isSuperseded
    created
    queued
    started
    ended
    lastStatusChange
    superseded
    lastModified
    jobType {
      ...ParityJobType
    }
    jobTypeRevision {
      databaseId
      revisionNum
    }
    event {
      databaseId
      type
      occurred
      description
      rule {
        databaseId
        type
        name
        isActive
      }
    }
    error {
      databaseId
      name
      title
      description
      category
    }
    supersededJob {
      databaseId
    }
    rootSupersededJob {
      databaseId
    }
  }
}
    fragment ParityJobType on JobType {
  databaseId
  name
  version
  title
  description
  category
  authorName
  authorUrl
  isSystem
  isLongRunning
  isActive
  isOperational
  isPaused
  iconCode
}`) as unknown as TypedDocumentString<ParityJobQuery, ParityJobQueryVariables>;
export const ValidateBatchDocument = new TypedDocumentString(`
    mutation ValidateBatch($input: BatchInput!) {
  validateBatch(input: $input) {
    valid
    recipeCount
    planToken
    errors {
      code
      path
      message
    }
    warnings {
      id
      details
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
          databaseId
          name
          version
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ValidateBatchMutation, ValidateBatchMutationVariables>;
export const CreateBatchDocument = new TypedDocumentString(`
    mutation CreateBatch($input: BatchInput!, $idempotencyKey: String, $planToken: String) {
  createBatch(
    input: $input
    idempotencyKey: $idempotencyKey
    planToken: $planToken
  ) {
    replayed
    errors {
      code
      path
      message
    }
    batch {
      id
      databaseId
      title
      description
      status
      recipeType {
        databaseId
      }
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
      event {
        type
        description
      }
      creatorJob {
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateBatchMutation, CreateBatchMutationVariables>;
export const UpdateBatchDocument = new TypedDocumentString(`
    mutation UpdateBatch($id: ID!, $input: UpdateBatchInput!) {
  updateBatch(id: $id, input: $input) {
    errors {
      code
      path
      message
    }
    batch {
      id
      title
      description
      status
      lastModified
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateBatchMutation, UpdateBatchMutationVariables>;
export const ChangeBatchDocument = new TypedDocumentString(`
    mutation ChangeBatch($id: ID!) {
  pauseBatch(id: $id) {
    batch {
      status
      events {
        to
      }
    }
  }
  updateBatch(id: $id, input: {title: "Changed"}) {
    batch {
      title
      status
    }
  }
  resumeBatch(id: $id) {
    batch {
      status
      events {
        to
      }
    }
  }
  cancelBatch(id: $id) {
    batch {
      title
      status
      events {
        to
      }
      creatorJob {
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeBatchMutation, ChangeBatchMutationVariables>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!, $reason: String) {
  cancelBatch(id: $id, reason: $reason) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const PauseBatchDocument = new TypedDocumentString(`
    mutation PauseBatch($id: ID!, $reason: String) {
  pauseBatch(id: $id, reason: $reason) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<PauseBatchMutation, PauseBatchMutationVariables>;
export const ResumeBatchDocument = new TypedDocumentString(`
    mutation ResumeBatch($id: ID!) {
  resumeBatch(id: $id) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<ResumeBatchMutation, ResumeBatchMutationVariables>;
export const RetryBatchDocument = new TypedDocumentString(`
    mutation RetryBatch($id: ID!) {
  retryBatch(id: $id) {
    errors {
      code
      path
      message
    }
    batch {
      ...BatchState
      title
      description
      retryOf {
        databaseId
      }
      definition {
        allJobs
        jobNames
      }
    }
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<RetryBatchMutation, RetryBatchMutationVariables>;
export const ReadBatchStateDocument = new TypedDocumentString(`
    query ReadBatchState($id: ID!) {
  batch(id: $id) {
    ...BatchState
  }
}
    fragment BatchState on Batch {
  databaseId
  status
  createdCount
  failedCount
  totalCount
  creatorJob {
    status
  }
  events {
    from
    to
    actor
    reason
  }
}`) as unknown as TypedDocumentString<ReadBatchStateQuery, ReadBatchStateQueryVariables>;
export const BatchPageDocument = new TypedDocumentString(`
    query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      cursor
      node {
        databaseId
      }
    }
    nodes {
      databaseId
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BatchPageQuery, BatchPageQueryVariables>;
export const StalledDocument = new TypedDocumentString(`
    query Stalled($id: ID!) {
  batch(id: $id) {
    status
    stalledSince
  }
}
    `) as unknown as TypedDocumentString<StalledQuery, StalledQueryVariables>;