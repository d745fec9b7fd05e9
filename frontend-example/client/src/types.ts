/** The shapes that travel between the server and this client, as far as the client reads them. */

/** What an upload is for, from `GET /api/profiles`. Sizes in bytes, widths in pixels. */
export interface Profile {
    name: string;
    /** Allowed media types, patterns such as `image/*` included. */
    types: string[];
    /** Endings of names that stand for them, with their dot. */
    extensions: string[];
    max_size: number;
    visibility: "private" | "public";
    widths: number[];
    /** What an upload may ask of its variants; null where it may not. */
    wishes: { most_widths: number; max_width: number; formats: string[]; max_quality: number } | null;
}

/** What an upload asks of its variants, within the profile's `wishes`. */
export interface ImageWishes {
    widths?: number[];
    format?: string;
    /** From 1 to 100. */
    quality?: number;
    progressive?: boolean;
}

/** The answer of a start: how to bring the bytes. */
export interface Ticket {
    id: string;
    method: "POST" | "PUT" | "MULTIPART";
    url: string;
    /** Fields of a POST's form, in order. */
    fields?: Record<string, string>;
    /** Headers of a PUT. */
    headers?: Record<string, string>;
    key: string;
    /** Bytes of each part but the last, of a MULTIPART. */
    part_size?: number;
}

export interface Failure {
    code: string;
    detail: string;
}

export interface Variant {
    name: string;
    state: string;
    width: number | null;
    height: number | null;
    url: string | null;
}

/** A file as the server knows it. */
export interface StoredFile {
    id: string;
    state: "pending" | "verifying" | "finished" | "rejected" | "merged" | "expired";
    original_file_name: string;
    file_type: string;
    /** Bytes. */
    size: number;
    url: string;
    width: number | null;
    height: number | null;
    placeholder: string | null;
    rejection: Failure | null;
    processing: { state: "none" | "queued" | "running" | "ready" | "failed"; error: Failure | null };
    variants: Variant[];
    img: { src: string; srcset: string; sizes: string; width: number; height: number } | null;
}
