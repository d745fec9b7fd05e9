/** Lets so many tasks run at a time; the others wait in order. */
export class Lane {
    #waiting: (() => void)[] = [];

    /** @param free for how many there is room now; below zero, how many wait */
    constructor(public free: number) {}

    async run<T>(task: () => Promise<T>): Promise<T> {
        if (this.free-- <= 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
        try {
            return await task();
        } finally {
            this.free++;
            this.#waiting.shift()?.();
        }
    }
}
