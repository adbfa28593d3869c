import { defineConfig } from "astro/config";
import { contentPolicy, sha256 } from "./content-policy.ts";
import { elderEarly } from "./elder.ts";
import { pageStyles } from "./page-styles.ts";
import { sliceScripts } from "./slice-scripts.ts";

// Old WeChat on Android and iOS 14 must read everything we send (design 7).
export const browsers = ["chrome88", "safari14", "ios14"];

export default defineConfig({
  srcDir: ".",
  outDir: "../dist/site",
  cacheDir: "../node_modules/.cache/astro",
  trailingSlash: "ignore",
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  build: { inlineStylesheets: "always" },
  integrations: [sliceScripts(), pageStyles(browsers), contentPolicy()],
  security: {
    csp: {
      algorithm: "SHA-256",
      // frame-ancestors counts only in a response header: infra sends it.
      directives: ["default-src 'none'", "img-src data:", "connect-src 'self'", "form-action 'self'", "base-uri 'none'"],
      scriptDirective: { hashes: [sha256(elderEarly)] },
    },
  },
  vite: {
    cacheDir: "../node_modules/.cache/vite",
    build: { target: browsers, cssTarget: browsers, cssMinify: "lightningcss", assetsInlineLimit: 1024 },
  },
});
