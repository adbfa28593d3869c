// Somebody who hands in pictures, on the embedded engine with the local buckets.
import { deletesFrom, putsInto, readsFrom } from "../../functions/evidence/objects.ts";
import { purgeIn } from "../../functions/uploads/purge.ts";
import type { Purpose } from "../../shared/evidence/purposes.ts";
import { signInAs, startApp } from "../support/app.ts";
import { openBuckets } from "../support/buckets.ts";
import { startEngine } from "../support/engine.ts";
import { aJpeg, segment } from "../support/files.ts";
import { someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";

export async function openHall() {
  const engine = await startEngine();
  const buckets = await openBuckets("evidence");
  const place = { s3: buckets.s3, bucket: "evidence" };
  const { client } = engine;
  const started = startApp({ client, putObject: putsInto(place) });
  const really = deletesFrom(place);
  let stuck = (_: string) => false;
  const purge = purgeIn({
    client,
    table: "uploads",
    deleteObject: async (name) => {
      if (stuck(name)) throw new Error("cannot go");
      await really(name);
    },
  });

  return {
    client,
    s3: buckets.s3,
    started,
    read: readsFrom(place),
    /** What is due goes, but for what cannot. */
    purge: (cannotGo: (name: string) => boolean = () => false) => {
      stuck = cannotGo;
      return purge(started.now());
    },
    objects: () => buckets.objectsIn("evidence"),
    entries: async () => (await everythingIn(client, "uploads")).filter(({ pk }) => String(pk).startsWith("EVIDENCE#")),
    /** Somebody new, signed in. */
    async someone() {
      const person = await someoneNew(client);
      const { browser } = await signInAs(started, person);
      return { ...person, personId: person.record.registration.personId, browser };
    },
    async stop() {
      await buckets.stop();
      await engine.stop();
    },
  };
}
export type Hall = Awaited<ReturnType<typeof openHall>>;

/** A picture that differs from others by its number, also once it is clean: by its size. */
export const picture = (nth = 0) => aJpeg({ width: 8 + nth, before: [segment(0xfe, `secret ${nth}`)] });

export const piece = () => ({ id: crypto.randomUUID(), draft: crypto.randomUUID() });
type At = ReturnType<typeof piece> & { purpose?: Purpose };

const addressOf = ({ id, draft, purpose }: At) => `/evidence/${id}?draft=${draft}${purpose ? `&purpose=${purpose}` : ""}`;
export const put = (browser: Browser, at: At, bytes: Buffer = picture(), type = "image/jpeg") =>
  browser.put(addressOf({ purpose: "reason", ...at }), new Uint8Array(bytes), type);
export const remove = (browser: Browser, { id, draft }: At) => browser.del(addressOf({ id, draft }));
export const list = async (browser: Browser, { draft }: { draft: string }) =>
  (await (await browser.get(`/evidence/drafts/${draft}`)).json()).evidence;
