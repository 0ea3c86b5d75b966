import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/{bench,gallery}/*.test.mjs'],
    exclude: ['test/host/**', 'test/ui/**', 'test/fixtures/**', '**/node_modules/**'],
    globalSetup: ['test/support/build.ts'],
    // Two busy cores start a process in seconds.
    testTimeout: 60_000,
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    coverage: { provider: 'v8', include: ['src/engine/**/*.ts'], reporter: ['text-summary'], thresholds: { branches: 95 } },
  },
});
