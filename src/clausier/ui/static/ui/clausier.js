// What pages do beyond HTML. Each part stands alone, and every page works without any of them.
(() => {
  "use strict";
  const root = document.documentElement;
  const french = root.lang === "fr";
  const say = (fr, en) => (french ? fr : en);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const visible = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

  // Keys. data-key="f" on a button or a link: the key presses it. Never while somebody types, nor when turned off.
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]");
  const keyed = () => all("[data-key]").filter((each) => visible(each) && !each.disabled);
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") return openPalette(event);
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") return sendForm(event);
    if (event.altKey && !event.ctrlKey && !event.metaKey) return press(event, "Alt+" + (event.code.startsWith("Digit") ? event.code.slice(5) : event.key));
    if (event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing) return;
    if (document.body.dataset.keys === "off" || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") return showKeys(event);
    press(event, event.key);
  });
  function press(event, key) {
    const found = keyed().find((each) => each.dataset.key === key || each.dataset.key === key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.click();
  }
  function sendForm(event) {
    const form = event.target.closest && event.target.closest("form");
    const button = form && (form.querySelector("button.primary") || form.querySelector("button:not([type=button])"));
    if (button && !button.disabled) { event.preventDefault(); button.click(); }
  }
  function showKeys(event) {
    const keys = keyed();
    if (!keys.length) return;
    event.preventDefault();
    const box = dialog("keys", say("Les touches de cette page", "The keys of this page"));
    const list = box.appendChild(document.createElement("dl"));
    for (const each of keys) {
      const term = list.appendChild(document.createElement("dt"));
      term.appendChild(document.createElement("kbd")).textContent = each.dataset.key;
      list.appendChild(document.createElement("dd")).textContent = each.dataset.keyLabel || each.getAttribute("aria-label") || words(each);
    }
    box.showModal();
  }
  function words(element) {
    const copy = element.cloneNode(true);
    all("kbd, svg", copy).forEach((each) => each.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function dialog(name, title) {
    const box = document.createElement("dialog");
    box.className = name;
    const heading = box.appendChild(document.createElement("h2"));
    heading.textContent = title;
    heading.id = name + "-title";
    box.setAttribute("aria-labelledby", heading.id);
    const close = document.createElement("form");
    close.method = "dialog";
    close.className = "actions";
    close.appendChild(document.createElement("button")).textContent = say("Fermer", "Close");
    document.body.append(box);
    box.addEventListener("click", (event) => event.target === box && box.close());
    box.addEventListener("close", () => box.remove());
    queueMicrotask(() => box.append(close));
    return box;
  }

  // The palette: the page of its address, in a dialog.
  async function openPalette(event) {
    const link = document.querySelector("[data-palette]");
    if (!link) return;
    event.preventDefault();
    if (document.querySelector("dialog.palette[open]")) return;
    const box = document.createElement("dialog");
    box.className = "palette";
    box.setAttribute("aria-label", words(link));
    document.body.append(box);
    box.addEventListener("close", () => box.remove());
    box.addEventListener("click", (inside) => inside.target === box && box.close());
    const fill = async (query) => {
      const answer = await fetch(link.href + "?q=" + encodeURIComponent(query), { headers: { "HX-Request": "true" } });
      return answer.ok ? answer.text() : "";
    };
    box.innerHTML = await fill("");
    box.showModal();
    const field = box.querySelector("input");
    let latest = 0;
    field.addEventListener("input", async () => {
      const turn = ++latest;
      const page = new DOMParser().parseFromString(await fill(field.value), "text/html");
      const found = page.querySelector("[data-found]");
      if (turn === latest && found) box.querySelector("[data-found]").replaceWith(found);
    });
    box.addEventListener("keydown", (key) => {
      const links = all("a", box);
      const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
      if (step) {
        key.preventDefault();
        const at = links.indexOf(document.activeElement) + step;
        (links[at] || (step < 0 ? field : links[links.length - 1]) || field).focus();
      } else if (key.key === "Enter" && document.activeElement === field && links[0]) {
        key.preventDefault();
        links[0].click();
      }
    });
  }
  addEventListener("click", (event) => event.target.closest("[data-palette]") && !event.ctrlKey && !event.metaKey && openPalette(event));

  // Light or dark, kept in this browser.
  for (const button of all("[data-theme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
    });
  }

  // Copy: data-copy="#id" copies what stands there, data-copy-text the words themselves.
  addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text]");
    if (!button) return;
    event.preventDefault();
    const source = button.dataset.copy && document.querySelector(button.dataset.copy);
    const text = button.dataset.copyText ?? (source ? source.value ?? source.textContent.trim() : "");
    await navigator.clipboard.writeText(text);
    tell(say("Copié", "Copied"));
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 2000);
  });
  function tell(sentence, stays) {
    const box = document.querySelector("#told") || document.body.appendChild(Object.assign(document.createElement("p"), { id: "told" }));
    box.setAttribute("role", "status");
    box.textContent = sentence;
    if (!stays) setTimeout(() => { if (box.textContent === sentence) box.textContent = ""; }, 3000);
  }

  // A session that ended while somebody was typing: what was typed never leaves this page for the page to sign in. Once
  // they have signed in in another tab, the form takes the token of the new session, and is saved from here.
  const MINUTE = 60000, heard = new WeakMap(), opened = Date.now();
  const renewed = async (form) => {
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    const token = answer?.ok && /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await answer.text());
    if (!token) {
      tell(answer ? say("Votre session a pris fin. Connectez-vous dans un autre onglet, puis enregistrez ici : ce que vous avez tapé est resté dans cette page.", "Your session has ended. Sign in in another tab, then save here: what you typed has stayed in this page.")
        : say("Le serveur ne répond pas : ce que vous tapez reste dans cette page.", "The server does not answer: what you type stays in this page."), true);
      return false;
    }
    form.elements.csrfmiddlewaretoken.value = token[1];
    heard.set(form, Date.now());
    return true;
  };
  addEventListener("htmx:beforeSwap", (event) => {
    const { requestConfig: { elt }, serverResponse, xhr } = event.detail;
    const isKept = "kept" in elt.dataset;
    const isLost = (isKept && xhr.status === 403) || (/<html/i.test(serverResponse) && !elt.hasAttribute("hx-select"));
    if (isLost) event.detail.shouldSwap = false;
    if (isKept && !isLost) heard.set(elt, Date.now());
    if (isKept && isLost) renewed(elt);
  });
  addEventListener("submit", async (event) => {
    const form = event.target, { submitter } = event;
    if (!("kept" in form.dataset) || Date.now() - (heard.get(form) ?? opened) < MINUTE) return;
    event.preventDefault();
    event.stopPropagation();
    if (await renewed(form)) form.requestSubmit(submitter);
  }, true);

  // A form leaves once: its buttons rest while it travels, after the browser has read which one was pressed.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog" || event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();
    if (form.method !== "post") return;
    form.dataset.sent = "yes";
    setTimeout(() => all("button:not([type=button])", form).forEach((each) => each.setAttribute("aria-busy", "true")));
  });
  const rest = (within) => all("form[data-sent]", within).forEach((form) => {
    delete form.dataset.sent;
    all("[aria-busy]", form).forEach((each) => each.removeAttribute("aria-busy"));
  });
  addEventListener("pageshow", () => rest(document));
  addEventListener("htmx:afterRequest", () => rest(document));

  // What is typed in a form that is kept (data-kept) leaves with the page when it has not left before: no keystroke is lost.
  const unkept = new Set();
  addEventListener("input", (event) => event.target.form && "kept" in event.target.form.dataset && unkept.add(event.target.form));
  addEventListener("htmx:beforeRequest", (event) => unkept.delete(event.target));
  addEventListener("htmx:sendError", (event) => "kept" in event.target.dataset && unkept.add(event.target) && tell(say("Le serveur ne répond pas : ce que vous tapez reste dans cette page.", "The server does not answer: what you type stays in this page.")));
  addEventListener("pagehide", () => unkept.forEach((form) => form.dataset.sent || navigator.sendBeacon(form.getAttribute("hx-post"), new FormData(form))));

  // What is being written: the box grows with it, and the count follows (data-counter="#id of the box" data-limit="280").
  const grow = (box) => {
    if (CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 4}px`;
  };
  const count = (box) => {
    for (const told of all(`[data-counter="#${CSS.escape(box.id)}"]`)) {
      const left = told.dataset.limit - [...box.value].length;
      told.textContent = left < 0 ? say(`${-left} de trop`, `${-left} too many`) : say(`il en reste ${left}`, `${left} left`);
      told.classList.toggle("over", left < 0);
    }
  };
  addEventListener("input", (event) => event.target.matches("textarea, input") && (event.target.matches("textarea") && grow(event.target), event.target.id && count(event.target)));

  // On a phone a table reads as a list: each cell says its heading. The roles stay those of a table.
  function label(table) {
    const heads = all("thead th", table).map((each) => each.textContent.trim());
    if (!heads.length || table.classList.contains("labelled") || table.querySelector("tbody [colspan]")) return;
    table.classList.add("labelled");
    table.setAttribute("role", "table");
    all("thead, tbody", table).forEach((each) => each.setAttribute("role", "rowgroup"));
    for (const row of all("tr", table)) {
      row.setAttribute("role", "row");
      [...row.children].forEach((cell, index) => {
        cell.setAttribute("role", cell.tagName === "TD" ? "cell" : row.closest("thead") ? "columnheader" : "rowheader");
        cell.dataset.label = heads[index] || "";
      });
    }
  }

  // The chapters of a long text: open where there is room, on paper, and around the clause that a link names.
  const isRoomy = document.querySelector("main").clientWidth >= 46 * parseFloat(getComputedStyle(root).fontSize);
  const unfold = () => all("details.chapter").forEach((each) => (each.open = true));
  const unfoldNamed = () => {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const chapter = named && named.closest("details.chapter");
    if (chapter && !chapter.open) { chapter.open = true; named.scrollIntoView(); }
  };
  if (isRoomy) unfold();
  addEventListener("beforeprint", unfold);
  addEventListener("hashchange", unfoldNamed);
  unfoldNamed();

  function ready(within) {
    all(".table table", within).forEach(label);
    all("textarea", within).forEach((box) => { grow(box); if (box.id) count(box); });
    all("details.menu", within).forEach((menu) => menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); }
    }));
  }
  addEventListener("click", (event) => all("details.menu[open]").forEach((menu) => menu.contains(event.target) || (menu.open = false)));
  ready(document);
  addEventListener("htmx:load", (event) => event.target instanceof Element && ready(event.target));
  const problems = document.querySelector("[data-problems]");
  if (problems) problems.focus();
})();
