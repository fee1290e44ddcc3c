/* Suggests people, themes and titles in search fields, as an ARIA combobox with a list of things to
   go to. Without this script the fields just work. */
const PAUSE = 150; // milliseconds without typing before anything is asked
const SHORTEST = 2;

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

class Suggestions {
  constructor(field) {
    this.field = field;
    this.request = new AbortController();
    const id = `${field.id}-suggesties`;
    this.list = make("ul", { id, role: "listbox", "aria-label": "Suggesties", class: "kb-suggest" });
    this.count = make("p", { role: "status", class: "kb-visually-hidden" });
    this.list.hidden = true;
    field.closest(".kb-search-bar__row").append(this.list, this.count);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false",
    })) field.setAttribute(name, value);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  wait() {
    clearTimeout(this.timer);
    this.request.abort();
    const typed = this.field.value.trim();
    if (typed.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(typed), PAUSE);
  }

  async ask(typed) {
    this.request = new AbortController();
    try {
      const address = `${this.field.dataset.suggest}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: this.request.signal });
      if (answer.ok) this.show((await answer.json()).suggestions);
    } catch {
      // Asked again already, or no connection: the field works without suggestions.
    }
  }

  show(found) {
    if (document.activeElement !== this.field) return;
    this.list.replaceChildren(...found.map(({ text, kind, detail, url, language }, place) => make(
      "li",
      { id: `${this.list.id}-${place}`, role: "option", "aria-selected": "false", "data-url": url },
      make("span", { class: "kb-suggest__text", lang: language }, text),
      make("span", { class: "kb-suggest__kind" }, detail ? ` ${kind} · ${detail}` : ` ${kind}`),
    )));
    this.field.removeAttribute("aria-activedescendant");
    this.open(found.length > 0);
    this.count.textContent = found.length === 1 ? "1 suggestie" : `${found.length || "Geen"} suggesties`;
  }

  open(yes) {
    this.list.hidden = !yes;
    this.field.setAttribute("aria-expanded", String(yes));
  }

  close() {
    clearTimeout(this.timer);
    this.request.abort();
    this.mark(null);
    this.open(false);
    this.count.textContent = "";
  }

  mark(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.field.removeAttribute("aria-activedescendant");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /* From the last option on, and from the first back, the field itself comes next. */
  move(step) {
    const stops = [null, ...this.list.children];
    this.mark(stops.at((stops.indexOf(this.active) + step) % stops.length));
  }

  go(option) {
    if (option) location.assign(option.dataset.url);
  }

  press(event) {
    const { key } = event;
    if (event.isComposing || this.list.hidden) return;
    if (key === "ArrowDown" || key === "ArrowUp") this.move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Escape") this.close();
    else if (key === "Enter" && this.active) this.go(this.active);
    else return;
    event.preventDefault();
  }
}

for (const field of document.querySelectorAll("input[data-suggest]")) new Suggestions(field);
