import { useLayoutEffect, useRef } from "react";

/** Where files are chosen: where the keyboard goes when nothing else is left. */
export const toPicker = () => document.getElementById("files")?.focus();

/** Keeps the focus within an element when the control that had it has gone. */
export const useKeptFocus = <T extends HTMLElement>() => {
    const box = useRef<T>(null);
    // asked while the control is still there
    const had = box.current?.contains(document.activeElement);
    useLayoutEffect(() => {
        if (!had || box.current?.contains(document.activeElement)) return;
        const next = box.current?.querySelector<HTMLElement>("button, a");
        if (next) next.focus();
        else toPicker();
    });
    return box;
};
