// Elder mode: one attribute on <html>, remembered on this device. It is set in <head>, before anything is drawn, so that
// nothing jumps; the button shows itself only when it works.

/** Inline in <head>; its hash is in the content security policy. */
export const elderEarly = `try{localStorage.elder&&document.documentElement.setAttribute("data-elder","")}catch(e){}`;

/** The one script of a public page. */
export function offerElder(): void {
  const root = document.documentElement;
  const button = document.getElementById("elder");
  if (!button) return;
  const pressed = () => button.setAttribute("aria-pressed", String(root.hasAttribute("data-elder")));
  button.onclick = () => {
    root.toggleAttribute("data-elder");
    pressed();
    try {
      localStorage["elder"] = root.hasAttribute("data-elder") ? "1" : "";
    } catch {
      // Storage is forbidden here: the mode lasts as long as the page.
    }
  };
  pressed();
  button.hidden = false;
}
