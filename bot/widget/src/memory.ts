// Which conversation goes on. It is put into the browser's session only after its visitor agreed.

interface Kept {
  conversation?: string;
  open?: boolean;
}

export class Memory {
  conversation: string | null = null;
  agreed: boolean;
  /** Whether the visitor is asked; else the page has decided. */
  readonly asks: boolean;
  readonly #key: string;
  #open = false;

  constructor(site: string | null, storage: string) {
    this.#key = `footnote:${site ?? ''}`;
    const kept = this.#read();
    this.asks = storage === 'ask';
    this.agreed = storage === 'session' || (this.asks && kept !== null);
    if (this.agreed) this.conversation = kept?.conversation ?? null;
  }

  agree(agreed: boolean): void {
    this.agreed = agreed;
    this.#write();
  }

  begin(conversation: string): void {
    this.conversation = conversation;
    this.#write();
  }

  opened(open: boolean): void {
    this.#open = open;
    this.#write();
  }

  forget(): void {
    this.conversation = null;
    this.#write();
  }

  #read(): Kept | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
    } catch {
      return null; // where a frame may store nothing
    }
  }

  #write(): void {
    const kept: Kept = { open: this.#open, ...(this.conversation && { conversation: this.conversation }) };
    try {
      if (this.agreed && this.conversation) sessionStorage.setItem(this.#key, JSON.stringify(kept));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // the same
    }
  }
}
