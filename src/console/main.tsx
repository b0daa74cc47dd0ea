// It comes before all others, because it asks for the first rows when it runs.
import "./pages/batches/firstPage.js";

import { render } from "preact";
import { queryClient } from "./api/queryClient.js";
import { firstAsked } from "./pages/batches/firstPage.js";
import { pagesOf, visitOf } from "./pages/batches/pagesOf.js";
import { App } from "./shell/App.js";

/**
 * Milliseconds for which the first page of the list is waited for before anything is drawn. Where it comes in time, its rows are drawn at
 * once; skeletons that stand there for a moment took a slow machine as long as the rows.
 */
const patience = 300;

async function askFirst(): Promise<void> {
  if (!firstAsked) return;
  const asking = queryClient.prefetchInfiniteQuery(pagesOf(firstAsked, visitOf()));
  await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, patience))]);
}

void askFirst().then(() => render(<App />, document.getElementById("console") as HTMLElement));
