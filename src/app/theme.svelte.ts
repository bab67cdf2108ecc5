export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'rapport:theme';

/** Light or dark, by the system unless the person chose. A lost choice costs nothing, so localStorage will do. */
export class Theme {
  #choice = $state<ThemeChoice>(stored());

  constructor() {
    show(this.#choice);
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    show(choice);
    try {
      localStorage.setItem(key, choice);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // storage is closed in some private windows
    }
  }
}

function stored(): ThemeChoice {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return 'system';
  }
}

function show(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
}
