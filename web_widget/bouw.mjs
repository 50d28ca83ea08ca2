/**
 * Bundles the modules into dist/widget.js: `npm ci && npm run build`, after every change of a module.
 *
 * The result is committed, so the machine that runs the service needs no Node. It is reproducible: the
 * same modules and the same esbuild (package-lock.json) give the same bytes. Its first line holds the hash
 * of the modules; a test compares that with the modules as they are.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { build, transform } from "esbuild";

const here = new URL("./", import.meta.url);
const modules = readdirSync(here).filter((name) => name.endsWith(".js")).sort();
const hash = createHash("sha256");
for (const name of modules) hash.update(`${name}\0`).update(readFileSync(new URL(name, here))).update("\0");
const TARGET = ["chrome105", "firefox110", "safari16.4"];

/** Style sheets hold more spaces than style. @type {import("esbuild").Plugin} */
const smallStyles = {
  name: "small styles",
  setup({ onLoad }) {
    onLoad({ filter: /[/]styles[.]js$/ }, async ({ path }) => {
      const sheets = Object.entries(await import(path));
      const parts = sheets.map(async ([name, css]) => {
        const { code } = await transform(css, { loader: "css", minify: true, target: TARGET });
        return `export const ${name} = ${JSON.stringify(code.trim())};`;
      });
      return { contents: (await Promise.all(parts)).join("\n"), loader: "js" };
    });
  },
};

await build({
  entryPoints: ["widget.js"],
  absWorkingDir: here.pathname,
  bundle: true,
  minify: true,
  format: "iife",
  target: TARGET,
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/* jeugdhulp-assistent, EUPL-1.2, modules ${hash.digest("hex")} */` },
  outfile: process.argv[2] ?? "dist/widget.js",
  plugins: [smallStyles],
});
