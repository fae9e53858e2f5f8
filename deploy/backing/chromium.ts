import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchDebianPackage } from '../debian.ts';
import { findOnPath } from '../program.ts';
import { say } from '../steps.ts';

/**
 * The browser of the tests: the one in CHROMIUM_PATH, that of the machine, or one from Debian that is unpacked beside the other programs.
 *
 * @returns path of a program that takes Chromium's arguments
 * @throws Error that names the command which installs it
 */
export async function findChromium(binFolder: string): Promise<string> {
  const installed = process.env['CHROMIUM_PATH'] ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findOnPath).find(Boolean);
  if (installed) return installed;
  try {
    if (!existsSync(join(binFolder, 'chromium'))) say('fetching Chromium for the tests in a browser, about 200 MB the first time');
    const { folder, environment } = await fetchDebianPackage('chromium', 'own', binFolder);
    return programIn(folder, environment['LD_LIBRARY_PATH'] ?? '');
  } catch (error) {
    throw new Error('Chromium could not be fetched. Install it (sudo apt-get install chromium), or name one in CHROMIUM_PATH.', {
      cause: error,
    });
  }
}

/** A script that starts what was unpacked with its own libraries and fonts: outside its folder nothing knows of them. */
function programIn(folder: string, libraries: string): string {
  const program = join(folder, 'sportello-chromium');
  if (existsSync(program)) return program;
  const fonts = join(folder, 'sportello-fonts.conf');
  const cache = join(folder, 'var/cache/fontconfig');
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'usr/share/fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  // The library of sounds keeps a part of itself in a folder of its own, which it looks for where it was meant to be installed.
  const sounds = join(folder, 'usr/lib/x86_64-linux-gnu/pulseaudio');
  const script = `#!/bin/sh
export LD_LIBRARY_PATH='${[libraries, sounds].filter(Boolean).join(':')}' FONTCONFIG_FILE='${fonts}'
exec '${join(folder, 'usr/lib/chromium/chromium')}' "$@"\n`;
  writeFileSync(program, script, { mode: 0o755 });
  return program;
}
