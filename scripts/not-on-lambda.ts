// What the SDK carries for places that are not Lambda, left out of the bundles. Each line says why nobody misses it.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ModuleType, Plugin } from "rolldown";
import { withoutReplies } from "./without-replies.ts";

type Instead = { file: RegExp; why: string; contents: (path: string) => string; type?: ModuleType };

const instead: readonly Instead[] = [
  {
    file: /@aws-sdk\/credential-provider-node\/dist-es\/index\.js$/,
    why: "Lambda puts the role's credentials into the environment; the usual chain looks in six more places, with 130 kB",
    contents: () => `export const defaultProvider = () => async () => ({
      accessKeyId: process.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
      sessionToken: process.env.AWS_SESSION_TOKEN,
    });`,
  },
  {
    file: /@aws-sdk\/middleware-endpoint-discovery\/dist-es\/index\.js$/,
    why: "DynamoDB is where the region says, unless somebody switches discovery on",
    contents: () => `export const resolveEndpointDiscoveryConfig = (config) => config;
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS =
        { environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: false };`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/AdaptiveRetryStrategy\.js$/,
    why: "adaptive retries hold calls back by a rate of their own; ours are standard, and few",
    contents: () => `export { StandardRetryStrategy as AdaptiveRetryStrategy } from "./StandardRetryStrategy.js";`,
  },
  {
    file: /@aws-sdk\/core\/dist-es\/submodules\/client\/util-endpoints\/lib\/aws\/partitions\.js$/,
    why: "what regions are called, for people; addresses are made of their names and patterns, which stay",
    contents: (path) => readFileSync(path, "utf8").replace(/"description": "[^"]*"/g, ""),
  },
  {
    file: /@aws-sdk\/client-[^/]+\/package\.json$/,
    why: "of its description a client reads its version",
    contents: (path) => JSON.stringify({ version: JSON.parse(readFileSync(path, "utf8")).version }),
    type: "json",
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/checksum\/\w+\/(?:Sha256|Md5|Crc32)Js\.js$/,
    why: "checksums in JavaScript, for a Node without node:crypto",
    contents: (path) => `export const ${basename(path, ".js")} = undefined;`,
  },
  {
    file: /@aws\/lambda-invoke-store\/dist-es\/invoke-store\.js$/,
    why: "keeps traces apart where one instance answers several requests at once, which ours do not; the environment has the trace",
    contents: () => "export const InvokeStore = { getInstanceAsync: async () => undefined };",
  },
  {
    file: /\/bowser\/bowser\.mjs$/,
    why: "reads the names of browsers, in browsers",
    contents: () => "export default undefined;",
  },
  {
    file: /(?:^|\/)shared\/[\w-]+\/[\w-]+\.ts$/,
    why: "what a route answers is for the OpenAPI document and for pages",
    contents: (path) => withoutReplies(readFileSync(path, "utf8")),
    type: "ts",
  },
];

export const notOnLambda: Plugin = {
  name: "not-on-lambda",
  load: {
    filter: { id: instead.map(({ file }) => file) },
    handler(path) {
      const { contents, type = "js" } = instead.find(({ file }) => file.test(path)) ?? {};
      return contents && { code: contents(path), moduleType: type };
    },
  },
};

export const isLeftOut = (input: string): boolean => instead.some(({ file, type }) => type !== "ts" && file.test(input));

/** Lines that no file matched in any of the bundles: the SDK has moved them, and they are inside again. */
export const unusedLines = (inputs: readonly string[]): string[] =>
  instead.filter(({ file }) => !inputs.some((input) => file.test(input))).map(({ file }) => file.source);
