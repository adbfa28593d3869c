// npm run synth [-- REGION…]                        templates of an ordinary region and of Beijing; offline, without credentials
// npm run deploy -- REGION [Domain=…] [--profile=…]  the same for one region, and on to AWS: parameters of the stack by name,
//                                                    what begins with a small letter is context (alarmTopicArn=…), options are cdk's
import { rmSync } from "node:fs";
import { cloudOf } from "../infra/app.ts";
import { partitionOf } from "../infra/partitions.ts";
import { buildSite } from "../web/build.ts";
import { bundleFunctions, describeBundles } from "./bundle.ts";
import { deploy } from "./deploy.ts";

const usual = ["ap-southeast-1", "cn-north-1"];

type Wish = { deploys: boolean; regions: string[]; parameters: string[]; context: Record<string, string>; options: string[] };

export function readWish(args: readonly string[]): Wish {
  const wish: Wish = { deploys: false, regions: [], parameters: [], context: {}, options: [] };
  for (const arg of args) {
    const [name = "", value] = arg.split(/=(.*)/s);
    if (arg === "--deploy") wish.deploys = true;
    else if (arg.startsWith("-")) wish.options.push(arg);
    else if (value === undefined) wish.regions.push(arg);
    else if (/^[A-Z]/.test(name)) wish.parameters.push(arg);
    else wish.context[name] = value;
  }
  if (wish.deploys && wish.regions.length !== 1) throw new Error("deploy wants one region: npm run deploy -- ap-southeast-1");
  if (wish.regions.length === 0) wish.regions = usual;
  for (const region of wish.regions) {
    if (!/^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region)) throw new Error(`${region} is no region of AWS`);
    partitionOf(region);
  }
  return wish;
}

async function run(): Promise<void> {
  const { deploys, regions, parameters, context, options } = readWish(process.argv.slice(2));
  const bundles = await bundleFunctions();
  console.log(describeBundles(bundles));

  await buildSite(); // nothing, if the pages are those of today
  for (const region of regions) {
    const outdir = `cdk.out/${region}`;
    rmSync(outdir, { recursive: true, force: true }); // nothing of an earlier synthesis
    const { stacks } = cloudOf(region, { outdir, context }).synth(); // throws on an unexplained finding, and has printed it
    const resources = stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0);
    console.log(`${region}: ${stacks.length} stacks, ${resources} resources, every finding explained → ${outdir}`);
  }
  if (deploys) await deploy(regions[0]!, `cdk.out/${regions[0]}`, parameters, options);
}

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
