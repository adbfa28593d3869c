// Each thing that is wrong leads to the page that asks for it.
import { element } from "../../dom.ts";

const pages: Readonly<Record<string, string>> = {
  card: "/phones",
  landline: "/phones",
  mobile: "/phones",
  hukou: "/hukou",
  residence: "/home",
  work: "/work",
  pension: "/insurances",
  medical: "/insurances",
  unemployment: "/insurances",
  injury: "/insurances",
  maternity: "/insurances",
  elsewhere: "/elsewhere",
  duplicates: "/elsewhere",
  signature: "/sign",
  consent: "/sign",
  evidence: "/sign/evidence",
};

/** Behind `/registration`, and the insurance it is about; by the path of a finding. */
export function pageAsking([field = "", of = ""]: readonly string[]): { page: string; insurance?: string } | undefined {
  if (field === "reasons") return { page: "/reasons", insurance: of };
  const page = pages[field];
  return page ? { page } : undefined;
}

/** `paths`: of the findings, in the order of the list of errors. */
export function leadToPages(paths: readonly (readonly string[])[], hrefOf: (page: string, insurance?: string) => string): void {
  Array.from(document.querySelectorAll("#errs li")).forEach((line, at) => {
    const asks = pageAsking(paths[at] ?? []);
    if (!asks || line.querySelector("a")) return; // its field is on this page
    const link = element("a", { href: hrefOf(asks.page, asks.insurance) }, line.textContent ?? "");
    link.onclick = (event) => event.stopPropagation(); // another page, not a field of this one
    line.replaceChildren(link);
  });
}
