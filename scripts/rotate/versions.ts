// The steps of a rotation. Functions may be one step apart, never two: whatever one of them writes, all others find.
import type { AliasSecret } from "../../functions/alias.ts";
import { SECRET_FRESH_SECONDS } from "../../functions/secrets.ts";
import { topology } from "../../shared/topology.ts";

/** Until every function has read the secret anew, and the ones at work by then are through with what they had in hand. */
export const STEP_SECONDS = SECRET_FRESH_SECONDS + topology.functions.worker.timeoutSeconds + 5;

const newestOf = ({ versions }: AliasSecret) => Math.max(...Object.keys(versions).map(Number));

/** Everybody looks and writes under both versions from now on; the old one goes first. */
export const publishNext = (secret: AliasSecret, key: string): AliasSecret => ({
  ...secret,
  versions: { ...secret.versions, [newestOf(secret) + 1]: key },
});

export const switchToNext = (secret: AliasSecret): AliasSecret => ({ ...secret, current: newestOf(secret) });
export const isSwitched = (secret: AliasSecret): boolean => secret.current === newestOf(secret);

export function forgetOlder({ current, versions }: AliasSecret): AliasSecret {
  const key = versions[String(current)];
  if (!key || !isSwitched({ current, versions })) throw new Error("the newest version is not the one in use");
  return { current, versions: { [current]: key } };
}

type Options = { keep: (secret: AliasSecret) => void; wait: (seconds: number) => Promise<unknown>; newKey: () => string };

/** Broken off at any point and begun again, it goes on where it was. */
export async function takeUpNext(secret: AliasSecret, { keep, wait, newKey }: Options): Promise<AliasSecret> {
  const underWay = Object.keys(secret.versions).length > 1;
  if (underWay && isSwitched(secret)) return secret;
  const published = underWay ? secret : publishNext(secret, newKey());
  if (!underWay) keep(published);
  await wait(STEP_SECONDS);
  const switched = switchToNext(published);
  keep(switched);
  return switched;
}
