import {words} from '../messages/ui';

/**
 * Why a field doesn't take what was typed. Until the person leaves, the text stays to be mended; then the field shows again
 * the value that holds, and says what became of the other until the person comes back, or another value holds.
 */
export class Refusal<T> {
  #refused = $state.raw<{why: string; holds: T; left: boolean}>();

  /** `holds` is the value in whose place something else was typed. */
  refuse(why: string, holds: T): void {
    this.#refused = {why, holds, left: false};
  }

  leave(): void {
    if (this.#refused) this.#refused = {...this.#refused, left: true};
  }

  comeBack(): void {
    if (this.#refused?.left) this.clear();
  }

  clear(): void {
    this.#refused = undefined;
  }

  /** What is to be said while this value holds. */
  error(value: T): string | undefined {
    const refused = this.#refused;
    if (refused?.holds !== value) return undefined;
    return refused.left ? words.t('refused.left', {why: refused.why}) : refused.why;
  }

  /** Whether what the field shows isn't the value that holds. */
  isShown(value: T): boolean {
    return this.#refused?.holds === value && !this.#refused.left;
  }
}
