// Builds widget.js (the script of the page) and panel.js (loaded on first opening) from src/; texts/ are served as they are.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const TARGET = ['chrome111', 'firefox119', 'safari16.4'];
const BANNER = '/* Footnote, Apache-2.0 */';

const css = {
  name: 'css as text',
  setup(on) {
    on.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim().replace(/([:,]) /g, '$1'), loader: 'text' }; // custom properties are left as they are
    });
  },
};

async function built(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: TARGET,
    write: false,
    plugins: [css],
    legalComments: 'none',
    banner: { js: BANNER },
    ...options,
  });
  return outputFiles[0].contents;
}

const panel = await built('src/panel.ts', { format: 'esm' });
const digest = createHash('sha256').update(panel);
for (const file of readdirSync('texts').sort()) digest.update(readFileSync(`texts/${file}`));
const edition = { EDITION: JSON.stringify(digest.digest('hex').slice(0, 12)) };
const loader = await built('src/loader.ts', { format: 'iife', define: edition });
writeFileSync('panel.js', panel);
writeFileSync('widget.js', loader);
