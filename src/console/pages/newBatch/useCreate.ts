import { useMutation } from "@tanstack/preact-query";
import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ask } from "../../api/ask.js";
import { queryClient } from "../../api/queryClient.js";
import type { BatchInput } from "../../generated/graphql.js";
import { createBatchDocument } from "./documents.js";

/**
 * Creates a batch and leads to its page. One definition has one idempotency key for as long as the page is open: a second press, or one
 * after an answer that was lost, finds the batch that the first has made.
 */
export function useCreate() {
  const { route } = useLocation();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async ({ input, planToken }: { readonly input: BatchInput; readonly planToken: string | null }) => {
      const definition = JSON.stringify(input);
      const idempotencyKey = keys.current.get(definition) ?? randomKey();
      keys.current.set(definition, idempotencyKey);
      return (await ask(createBatchDocument, { input, idempotencyKey, planToken })).createBatch;
    },
    onSuccess: ({ batch }) => {
      if (!batch) return;
      void queryClient.invalidateQueries();
      route(`/console/batches/${batch.databaseId}`);
    },
  });
}

/** `crypto.randomUUID` is there only where the page came by https or from this machine. */
const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
