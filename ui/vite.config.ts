import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const fonts = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', '@fontsource-variable/vazirmatn'];

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte(), fontLicences()],
  // Svelte's server build is what a test would otherwise load.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    // The content security policy allows fonts from files only.
    assetsInlineLimit: 0,
  },
  test: {
    css: { include: [/tokens\.css/] },
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
  },
}));

/** The Open Font License travels with the fonts. */
function fontLicences() {
  return {
    name: 'font-licences',
    generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
      for (const font of fonts) {
        const source = readFileSync(`node_modules/${font}/LICENSE`);
        this.emitFile({ type: 'asset', fileName: `licences/${font.split('/').at(-1)}.txt`, source });
      }
    },
  };
}
