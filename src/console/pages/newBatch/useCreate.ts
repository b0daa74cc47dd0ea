import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ask } from "../../api/ask.js";
import { queryClient } from "../../api/queryClient.js";
import type { BatchInput, CreateBatchMutation } from "../../generated/graphql.js";
import { createBatchDocument } from "./documents.js";

export type Refusal = CreateBatchMutation["createBatch"]["errors"][number];

/**
 * Creates a batch and leads to its page. One definition has one idempotency key for as long as the page is open: a second press, or one
 * after an answer that was lost, finds the batch that the first has made.
 */
export function useCreate() {
  const { route } = useLocation();
  const [isCreating, setIsCreating] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [error, setError] = useState<Error | null>(null);
  const keys = useRef(new Map<string, string>());
  const create = async (input: BatchInput, planToken: string | null): Promise<void> => {
    const definition = JSON.stringify(input);
    const idempotencyKey = keys.current.get(definition) ?? randomKey();
    keys.current.set(definition, idempotencyKey);
    setIsCreating(true);
    setError(null);
    setRefusals([]);
    try {
      const { batch, errors } = (await ask(createBatchDocument, { input, idempotencyKey, planToken })).createBatch;
      setRefusals(errors);
      if (!batch) return;
      void queryClient.invalidateQueries();
      route(`/console/batches/${batch.databaseId}`);
    } catch (thrown) {
      setError(thrown as Error);
    } finally {
      setIsCreating(false);
    }
  };
  return { create, isCreating, refusals, error };
}

/** `crypto.randomUUID` is there only where the page came by https or from this machine. */
const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
