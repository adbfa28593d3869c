// What each thing that people do costs: one journey after the other on the whole service, counted call by call.
import { openRegister } from "../functions/register/register.ts";
import type { Browser } from "../tests/support/post.ts";
import type { Cost, Meter } from "./meter.ts";
import type { Registered } from "./people.ts";
import type { World } from "./world.ts";

export type Steps = { world: World; meter: Meter };
export type Change = Record<string, unknown> & { item: string };

/** `ask` and `bring`: the API's two requests; `codes`: what notify does between them. */
export type SignInCost = { ask: Cost; codes: Cost; bring: Cost };
/** `post`: until the receipt; `way`: relay and worker, until it is applied; `notice`: telling the person. */
export type ChangeCost = { post: Cost; way: Cost; notice: Cost; receipt: string };

export async function signInCounted(
  { world, meter }: Steps,
  { someone }: Registered,
): Promise<SignInCost & { browser: Browser }> {
  meter.take();
  const browser = await world.askCode(someone);
  const ask = meter.take();
  while ((await world.sendCodes()) > 0);
  const codes = meter.take();
  await world.bringCode(someone, browser);
  return { ask, codes, bring: meter.take(), browser };
}

export async function counted({ meter }: Steps, work: () => Promise<Response>, expected = 200): Promise<Cost & { body: string }> {
  meter.take();
  const response = await work();
  const body = await response.text();
  if (response.status !== expected) throw new Error(`answered ${response.status}: ${body}`);
  return { ...meter.take(), body };
}

export const changeCounted = (steps: Steps, browser: Browser, change: Change): Promise<ChangeCost> =>
  submissionCounted(steps, browser, "/changes", change);

/** From the form to the register. */
export async function submissionCounted(steps: Steps, browser: Browser, path: string, form: object): Promise<ChangeCost> {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { body, ...post } = await counted(steps, () => browser.post(path, form, { headers }), 202);
  const { receipt }: { receipt: string } = JSON.parse(body);
  return { post, ...(await settledCounted(steps, "casework")), receipt };
}

/** What was stored there, by residents or by staff, until it is applied or waits for somebody, and the person is told. */
export async function settledCounted(
  { world, meter }: Steps,
  table: "casework" | "desk",
): Promise<Pick<ChangeCost, "way" | "notice">> {
  const images = await meter.aside(() => world.open(table));
  meter.take();
  await world.relayAll(images);
  while ((await world.work()) > 0);
  const way = meter.take();
  while ((await world.tell()) > 0);
  return { way, notice: meter.take() };
}

export async function recordCounted({ world, meter }: Steps, { personId }: Registered): Promise<Cost> {
  meter.take();
  await openRegister({ client: world.client, table: "register" }).record(personId);
  return meter.take();
}

/** `3 RRU + 1 WRU`; what is none is left out. */
export const unitsTold = ({ rru, wru }: Cost) => [...(rru ? [`${rru} RRU`] : []), ...(wru ? [`${wru} WRU`] : [])].join(" + ");

export const sum = (...costs: readonly Cost[]): Cost => ({
  rru: costs.reduce((total, { rru }) => total + rru, 0),
  wru: costs.reduce((total, { wru }) => total + wru, 0),
  calls: costs.flatMap(({ calls }) => calls),
});
