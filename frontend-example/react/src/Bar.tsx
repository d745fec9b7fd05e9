interface Props {
    label: string;
    /** From 0 to 1; undefined when nobody can tell how long it will take. */
    value?: number;
    /** The same in words. */
    text: string;
}

export const Bar = ({ label, value, text }: Props) => {
    const percent = value === undefined ? undefined : Math.floor(value * 100);
    return (
        <div
            className={value === undefined ? "bar unknown" : "bar"}
            role="progressbar"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent}
            aria-valuetext={text}
        >
            <i style={{ width: `${percent ?? 100}%` }} />
        </div>
    );
};
