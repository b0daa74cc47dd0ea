import { QueryClientProvider } from "@tanstack/preact-query";
import { ErrorBoundary, LocationProvider, Route, Router } from "preact-iso";
import { queryClient } from "../api/queryClient.js";
import { Batches } from "../pages/batches/Batches.js";
import { Guard, lazyPage, NotFound } from "./Guard.js";
import { Shell } from "./Shell.js";

// Only the first page is in what is loaded first.
const Batch = lazyPage(() => import("../pages/batch/Batch.js").then(({ Batch }) => Batch));
const Queues = lazyPage(() => import("../pages/queues/Queues.js").then(({ Queues }) => Queues));
const SignIn = lazyPage(() => import("../pages/signIn/SignIn.js").then(({ SignIn }) => SignIn));
const SignedBack = lazyPage(() => import("../pages/signIn/SignedBack.js").then(({ SignedBack }) => SignedBack));
const NewBatch = lazyPage(() => import("../pages/newBatch/NewBatch.js").then(({ NewBatch }) => NewBatch));
const RecipeTypes = lazyPage(() => import("../pages/recipeTypes/RecipeTypes.js").then(({ RecipeTypes }) => RecipeTypes));
const RecipeType = lazyPage(() => import("../pages/recipeType/RecipeType.js").then(({ RecipeType }) => RecipeType));

/** Another page is read from its beginning: what had the focus on the one before is gone. */
const focusContent = () => document.getElementById("content")?.focus({ preventScroll: true });

/** All pages, by their addresses. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <LocationProvider scope={/^\/($|\?|console(\/|$|\?))/}>
      <Shell>
        <Guard>
          <ErrorBoundary>
            <Router onRouteChange={focusContent}>
              <Route path="/" component={Batches} />
              <Route path="/console/batches/new" component={NewBatch} />
              <Route path="/console/batches/:id" component={Batch} />
              <Route path="/console/queues" component={Queues} />
              <Route path="/console/sign-in" component={SignIn} />
              <Route path="/console/signed-in" component={SignedBack} />
              <Route path="/console/recipe-types" component={RecipeTypes} />
              <Route path="/console/recipe-types/:id" component={RecipeType} />
              <Route default component={NotFound} />
            </Router>
          </ErrorBoundary>
        </Guard>
      </Shell>
    </LocationProvider>
  </QueryClientProvider>
);
