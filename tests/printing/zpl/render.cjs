// node render.cjs FOLDER-OF-node_modules FILE:WIDTH_MM:HEIGHT_MM:DOTS_PER_MM…: each FILE.zpl drawn as FILE.png.
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

async function main() {
  const { ready } = createRequire(path.join(process.argv[2], 'here.js'))('zpl-renderer-js');
  const { api } = await ready;
  for (const wanted of process.argv.slice(3)) {
    const [file, width, height, dots] = wanted.split(':');
    const png = await api.zplToBase64Async(fs.readFileSync(file, 'utf8'), Number(width), Number(height), Number(dots));
    fs.writeFileSync(file.replace(/\.zpl$/, '.png'), Buffer.from(png, 'base64'));
  }
}

main().then(() => process.exit(0), (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
