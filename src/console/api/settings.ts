interface Settings {
  readonly hasGraphiql: boolean;
}

/** What the gateway's settings say, which stands in the page. Vite serves the page without it. */
export const settings: Settings = JSON.parse(document.body.dataset.settings ?? '{ "hasGraphiql": true }');
