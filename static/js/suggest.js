/* Suggests names, themes and titles in search fields. Without this script the fields just work. */
"use strict";

const PAUSE = 150; // milliseconds without typing before anything is asked

for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-suggesties`;
  field.after(list);
  field.setAttribute("list", list.id);
  let timer;
  let request = new AbortController();

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    request.abort();
    const chosen = !(event instanceof InputEvent) || event.inputType === "insertReplacementText";
    const words = field.value.trim();
    if (chosen || words.length < 2) return;
    timer = setTimeout(async () => {
      request = new AbortController();
      try {
        const address = `${field.dataset.suggest}?q=${encodeURIComponent(words)}`;
        const answer = await fetch(address, { signal: request.signal });
        if (!answer.ok) return;
        const { suggestions } = await answer.json();
        list.replaceChildren(...suggestions.map(({ text, kind }) => new Option(kind, text)));
      } catch {
        // Asked again already, or no connection: the field works without suggestions.
      }
    }, PAUSE);
  });
}
