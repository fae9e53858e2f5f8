import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compressFolder } from '../compress-plugin.ts';
import { stylesIn } from '../styles-plugin.ts';
import { themed } from '../theme-plugin.ts';

/**
 * Collects what pages without a front end need (sign-in, errors): stylesheet and fonts under names that stay, where the gateway
 * serves them as `/static/…`.
 */
const { resolve } = createRequire(import.meta.url);
const target = join(import.meta.dirname, 'dist');
const titillium = dirname(resolve('@fontsource/titillium-web/package.json'));
const weights = [300, 400, 600, 700];

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const library = readFileSync(resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css'), 'utf8');
const services = join(import.meta.dirname, '../../services');
/** What writes these pages: of the design system only what it names is sent. */
const program = ['identity/src/provider', 'gateway/src/pages'].flatMap((folder) =>
  readdirSync(join(services, folder)).map((file) => readFileSync(join(services, folder, file), 'utf8')),
);
writeFileSync(join(target, 'bootstrap-italia.min.css'), await stylesIn(themed(library), program.join('\n')));
for (const weight of weights)
  copyFileSync(join(titillium, `files/titillium-web-latin-${weight}-normal.woff2`), join(target, `titillium-web-${weight}.woff2`));
writeFileSync(
  join(target, 'fonts.css'),
  weights
    .map(
      (weight) =>
        `@font-face { font-family: "Titillium Web"; font-weight: ${weight}; font-display: swap; src: url("/static/titillium-web-${weight}.woff2") format("woff2"); }`,
    )
    .join('\n'),
);
// The mark of the portal's header, in its white.
const mark = readFileSync(resolve('bootstrap-italia/src/svg/it-pa.svg'), 'utf8');
writeFileSync(join(target, 'brand.svg'), mark.replace('<svg ', '<svg fill="#fff" '));
writeFileSync(join(target, 'logo.svg'), readFileSync(join(import.meta.dirname, '../portal/public/icon-1.svg')));
compressFolder(target);
