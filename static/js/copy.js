/* Copies a quote with its source. Without this script the buttons stay hidden. */
"use strict";

function withSource(element) {
  const words = (part, between) => part.innerText.trim().split(/\s*\n\s*/).join(between);
  const quote = element.querySelector("blockquote");
  const caption = element.querySelector("figcaption");
  if (!quote || !caption) return element.innerText.trim();
  const link = element.parentElement.querySelector(".kb-quote__link");
  return `‘${words(quote, " ")}’ – ${words(caption, ", ")}${link ? ` (${link.href})` : ""}`;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const status = document.getElementById("melding");
    try {
      await navigator.clipboard.writeText(withSource(document.getElementById(button.dataset.copy)));
      status.textContent = "Gekopieerd.";
    } catch {
      status.textContent = "Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.";
    }
    setTimeout(() => { status.textContent = ""; }, 4000);
  });
}
