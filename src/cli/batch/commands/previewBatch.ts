import { askGateway, type Endpoint } from "../../gateway/askGateway.js";
import type { Problem } from "../../gateway/gatewayErrors.js";
import type { BatchInput, ValidateBatchMutation } from "../../generated/graphql.js";
import { validateDocument } from "../gateway/documents.js";
import { type BatchInputOptions, toBatchInput } from "../options/batchInputOptions.js";
import { type FoundRecipeType, findRecipeType } from "./findRecipeTypes.js";

export interface Preview {
  readonly recipeType: FoundRecipeType;
  readonly input: BatchInput;
  readonly answer: ValidateBatchMutation["validateBatch"];
}

/**
 * Asks what a batch would do.
 * @throws {Refusal} where there is no such recipe type; what else is wrong stands in the answer
 */
export async function previewBatch(options: BatchInputOptions & Endpoint): Promise<Preview> {
  const recipeType = await findRecipeType(options, options.recipeType);
  const input = toBatchInput(recipeType.id, options);
  const { validateBatch } = await askGateway(options, validateDocument, { input });
  return { recipeType, input, answer: validateBatch };
}

/**
 * Finds names in --jobs that no job has. The gateway only warns of them, but a person who types them has another batch in mind than the one
 * that would be made.
 */
export const unknownJobs = ({ answer }: Preview): Problem[] =>
  answer.warnings
    .filter(({ id }) => id === "UNKNOWN_JOB_NAME")
    .map(({ details }) => ({ code: "NOT_FOUND", path: ["definition", "jobNames"], message: details }));
