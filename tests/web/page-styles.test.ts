import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withOwnStyles } from "../../web/page-styles.ts";

const page = (css: string, body: string) => `<style>${css}</style>${body}`;
const styleOf = (html: string) => html.match(/<style>(.*)<\/style>/)?.[1];
const left = (css: string, body: string, scripts: string[] = []) => styleOf(withOwnStyles(page(css, body), scripts));

describe("the styles of a page", () => {
  test.each([
    { when: "its markup has the class", body: `<p class="note warn">`, keeps: ".note.warn{top:0}" },
    { when: "its script may set it", body: "<script>p.className=`note `+(bad?`warn`:``)</script>", keeps: ".note.warn{top:0}" },
    { when: "only what people read names it", body: "<p>a note: we warn you", keeps: "" },
    {
      when: "only a name in its script or a word that it may say is like it",
      body: '<script>note.warn()</script><script type="application/json">{"a":"note warn"}</script><p>',
      keeps: "",
    },
    { when: "only one of two classes is ever there", body: `<p class="note">`, keeps: "" },
  ])("keep or drop a rule when $when", ({ body, keeps }) => {
    expect(left(".note.warn{top:0}", body)).toBe(keeps);
  });

  test("keep what a script needs that comes later", () => {
    expect(left(".answer{top:0}", "<p>", ["x.className=`answer`"])).toBe(".answer{top:0}");
  });

  test("keep of a list what can match, keep :is() whole, and ask nothing of what :not() names", () => {
    const css = "#here p,.gone p,:is(.there,.gone) b,p:not(.gone),.gone:is(p,b){top:0}";

    expect(left(css, `<p id="here">`)).toBe("#here p,p:not(.gone){top:0}");
    expect(left(css, `<p class="there"><b>`)).toBe(":is(.there,.gone) b,p:not(.gone){top:0}");
  });

  test("keep what a browser does by itself: implied elements, an opened disclosure", () => {
    expect(left("tbody td,[open]>td{top:0}", "<table><td>")).toBe("tbody td,[open]>td{top:0}");
  });

  test("lose media queries and colours that nothing is left to read", () => {
    const css = ":root{--a:red;--b:var(--c);--c:blue}p{color:var(--a)}.gone{color:var(--b)}@media print{.gone{top:0}}";

    expect(left(css, "<html><p>")).toBe(":root{--a:red}p{color:var(--a)}");
  });

  test("keep what is newer than the tool that reads them", () => {
    expect(left("p{text-autospace:normal}", "<p>")).toBe("p{text-autospace:normal}");
  });

  test("are one element, where its first one was", () => {
    expect(withOwnStyles("<style>p{top:0}</style><p></p><style>b{top:0}</style><b></b>")).toBe(
      "<style>p,b{top:0}</style><p></p><b></b>",
    );
  });
});

test("no script puts the name of a class together: then nobody could say which rules its page needs", () => {
  const composed = globSync("web/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/class(?:Name|List\.\w+)?\W{1,3}`[^`]*(?:[\w-]\$\{|\}[\w-])[^`]*`/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );

  expect(composed).toEqual([]);
});
