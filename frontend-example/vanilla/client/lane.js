/**
 * Lets so many tasks run at a time; the others wait in order.
 */
export class Lane {
    #free;
    /** @type {(() => void)[]} */
    #waiting = [];

    /** @param {number} width */
    constructor(width) {
        this.#free = width;
    }

    /** Whether a task that comes now would have to wait. */
    get crowded() {
        return this.#free === 0;
    }

    /**
     * @template T
     * @param {() => Promise<T>} task
     * @returns {Promise<T>}
     */
    async run(task) {
        if (this.#free > 0) this.#free--;
        else await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
        try {
            return await task();
        } finally {
            const next = this.#waiting.shift();
            if (next) next();
            else this.#free++;
        }
    }
}
