/* Suggests names, themes and titles in search fields. Without this script the fields just work. */
"use strict";

const PAUSE = 150; // milliseconds without typing before anything is asked

// Some browsers show the label only, and all leave out what does not hold what was typed.
function option({ text, kind }, typed) {
  const holds = text.toLowerCase().includes(typed.toLowerCase());
  return new Option(`${text} (${kind}${holds ? "" : `, bij ‘${typed}’`})`, text);
}

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
    if (chosen) return;
    if (words.length < 2) {
      list.replaceChildren();
      return;
    }
    timer = setTimeout(async () => {
      request = new AbortController();
      try {
        const address = `${field.dataset.suggest}?q=${encodeURIComponent(words)}`;
        const answer = await fetch(address, { signal: request.signal });
        if (!answer.ok) return;
        const { suggestions } = await answer.json();
        list.replaceChildren(...suggestions.map((found) => option(found, words)));
      } catch {
        // Asked again already, or no connection: the field works without suggestions.
      }
    }, PAUSE);
  });
}
