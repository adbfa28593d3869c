// The box for pictures is a file of its own, the same for every form: a page with it is as light as any other.
import { keysHere } from "../drafts.ts";
import type { BoxOptions, EvidenceBox } from "./box.ts";

type Later = typeof import("../slices/evidence/box.ts");
const AGAIN_MS = 3000;

/** `box` of components/Evidence.astro. Settles when it is known what was handed in before; without a network it waits for one. */
export async function openEvidenceLater(box: HTMLElement, options: BoxOptions): Promise<EvidenceBox> {
  for (let tries = 0; ; tries++) {
    // Under another address: browsers remember that a module could not be fetched.
    const later: Promise<Later> = import(`${box.dataset["then"]}?${tries || ""}`);
    const { openEvidence } = await later.catch((): Partial<Later> => ({}));
    if (openEvidence) return openEvidence(box, { keys: keysHere(), ...options });
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
}
