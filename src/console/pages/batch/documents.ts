import { graphql } from "../../generated/gql.js";
import type { BatchPageQuery, FailedJobsQuery, JobsPageQuery } from "../../generated/graphql.js";

export const batchPageDocument = graphql(`
  query BatchPage($id: ID!) {
    batch(id: $id) {
      databaseId
      title
      description
      created
      stalledSince
      retryOf { databaseId title }
      recipeType { databaseId name version title }
      event { description }
      definition { allJobs jobNames priority dateRange { started ended type } }
      limits { maxRunningJobs stopAfterFailedJobs }
      progress { ...LiveBatch }
      events { actor to occurred reason }
      workEvents { actor to occurred reason }
    }
  }
`);

export const jobTimesDocument = graphql(`
  query JobTimes($id: ID!) {
    batch(id: $id) {
      jobs(first: 1000) {
        nodes { isOriginal created job { status started ended lastStatusChange } }
      }
    }
  }
`);

export const failedJobsDocument = graphql(`
  query FailedJobs($id: ID!) {
    batch(id: $id) {
      jobs(first: 200, status: [FAILED]) {
        totalCount
        nodes {
          job {
            databaseId
            jobType { name version }
            error { name title description }
            executions { message }
          }
        }
      }
      recipes(first: 200, outcome: [FAILED]) {
        totalCount
        nodes { supersededRecipe { databaseId } failure { code message } }
      }
    }
  }
`);

export const jobsPageDocument = graphql(`
  query JobsPage($id: ID!, $status: [JobStatus!], $after: String) {
    batch(id: $id) {
      jobs(first: 50, status: $status, after: $after) {
        pageInfo { endCursor hasNextPage }
        nodes { isOriginal job { databaseId status numExes held started ended jobType { name version } } }
      }
    }
  }
`);

export const executionsDocument = graphql(`
  query JobExecutions($id: ID!) {
    job(id: $id) {
      held
      executions { attempt status worker claimed ended exitCode message logTail error { name } }
    }
  }
`);

export type BatchDetails = NonNullable<BatchPageQuery["batch"]>;
export type FailedJob = NonNullable<FailedJobsQuery["batch"]>["jobs"]["nodes"][number]["job"];
export type ListedJob = NonNullable<JobsPageQuery["batch"]>["jobs"]["nodes"][number]["job"];
