package o2c.runtime.jobs;

/**
 * How far a job has come.
 *
 * @param processed items dealt with, rejected ones included
 * @param total how many there are, or null while nobody knows
 */
public record Progress(long processed, long rejected, Long total) {}
