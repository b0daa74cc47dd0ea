/** The value below which a share of the values lies. @param share 0 to 1 */
export function quantile(values, share) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values) => quantile(values, 0.5);
/** A number to read: three digits that count. */
export function short(value) {
    if (!Number.isFinite(value))
        return "–";
    if (Math.abs(value) >= 100)
        return Math.round(value).toLocaleString("en");
    return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
