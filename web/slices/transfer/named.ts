import type { Complaint } from "../../errors.ts";
import { langOfPage } from "../../paths.ts";

/** With the question in front: several complaints stand together on top of the page, and many say the same. */
export const namedIn = (form: HTMLFormElement, complaints: readonly Complaint[]): Complaint[] =>
  complaints.map((complaint) => {
    const { field, text } = complaint;
    const box = field ? form.querySelector(`[name="${field}"]`)?.closest(".field, fieldset") : undefined;
    const question = box?.querySelector("legend, label, .label")?.textContent?.trim();
    if (!question) return complaint;
    const [colon, between] = langOfPage() === "zh" ? ["：", ""] : [":", " "];
    return { ...complaint, text: question + (/[？?]$/.test(question) ? "" : colon) + between + text };
  });
