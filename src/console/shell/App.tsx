import { QueryClientProvider } from "@tanstack/preact-query";
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { queryClient } from "../api/queryClient.js";
import { Batches } from "../pages/batches/Batches.js";
import { NotFound } from "./NotFound.js";
import { Shell } from "./Shell.js";

// Only the first page is in what is loaded first.
const Batch = lazy(() => import("../pages/batch/Batch.js").then(({ Batch }) => Batch));

/** All pages, by their addresses. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <LocationProvider scope={/^\/($|\?|console(\/|$|\?))/}>
      <Shell>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Batches} />
            <Route path="/console/batches/:id" component={Batch} />
            <Route default component={NotFound} />
          </Router>
        </ErrorBoundary>
      </Shell>
    </LocationProvider>
  </QueryClientProvider>
);
